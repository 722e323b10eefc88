"""What the site says to machines: bibliographic records of the sources, the statements as data, the head of each page.

A machine is told what a source states. What a person inferred stands in no field of its own; a note says it and its ground.
"""
