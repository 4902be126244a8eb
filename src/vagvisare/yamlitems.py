"""One item of a list in a YAML text changed, or added where it is not there: comments, order and quoting stay.

Only what the records are written in is known: maps and lists, in lines or in brackets, without tags, anchors and the like
(`vagvisare.yamlfile` refuses those).
"""

import re
from collections.abc import Mapping

import yaml

from vagvisare.yamlfile import compose


def with_item(text: str, list_name: str, key: str, value: str, changes: Mapping[str, str]) -> str:
    """The text with ``changes`` made in that item of the list whose ``key`` is ``value``.

    What the item has not yet is added to it; an item, and a list, that is not there is added too. Values are written as given.
    Raises ValueError for a text that is no YAML.
    """
    root = compose(text)
    if root is None:
        raise ValueError("no YAML")
    items = _value(root, list_name)
    if items is None:
        return _with_list(text, root, list_name, [_line(key, value), *_lines(changes)])
    item = next((item for item in items.value if (found := _value(item, key)) is not None and found.value == value), None)
    if item is None:
        return _with_new_item(text, items, {key: value, **changes})
    return _with_changes(text, item, changes)


def _value(node: yaml.Node, key: str) -> yaml.Node | None:
    return next((value for name, value in node.value if name.value == key), None) if isinstance(node, yaml.MappingNode) else None


def _with_changes(text: str, item: yaml.MappingNode, changes: Mapping[str, str]) -> str:
    """From the last place of the text to the first, so that those before stay where they are."""
    edits = [(*_span(node), _quoted(node, changes[name])) for name, node in _known(item, changes)]
    new = {name: value for name, value in changes.items() if _value(item, name) is None}
    if new:
        edits.append(_added(text, item, new))
    for start, end, replacement in sorted(edits, reverse=True):
        text = text[:start] + replacement + text[end:]
    return text


def _known(item: yaml.MappingNode, changes: Mapping[str, str]) -> list[tuple[str, yaml.Node]]:
    return [(name.value, value) for name, value in item.value if name.value in changes]


def _span(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.index, node.end_mark.index


def _quoted(node: yaml.Node, value: str) -> str:
    quote = node.style if node.style in ("'", '"') else ""
    return f"{quote}{value}{quote}"


def _added(text: str, item: yaml.MappingNode, new: Mapping[str, str]) -> tuple[int, int, str]:
    """Where new fields go into an item, after its last one: within the brackets, or on lines of their own."""
    name, last = item.value[-1]
    if item.flow_style:
        place = last.end_mark.index
        return place, place, "".join(f", {line}" for line in _lines(new))
    newline = _newline(text)
    place = _end_of_line(text, _last_index(last))
    indent = " " * name.start_mark.column
    return place, place, "".join(f"{newline}{indent}{line}" for line in _lines(new))


def _last_index(node: yaml.Node) -> int:
    """Where the last thing of a value stands: the end of a block is only known at what follows it."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _last_index(last[1] if isinstance(node, yaml.MappingNode) else last)


def _with_new_item(text: str, items: yaml.SequenceNode, fields: Mapping[str, str]) -> str:
    if items.flow_style:
        place = _last_index(items.value[-1])
        return f"{text[:place]}, {{{', '.join(_lines(fields))}}}{text[place:]}"
    place = _end_of_line(text, _last_index(items))
    indent = " " * items.start_mark.column
    return text[:place] + _item(fields, indent, _newline(text)) + text[place:]


def _item(fields: Mapping[str, str], indent: str, newline: str) -> str:
    first, *others = _lines(fields)
    return f"{newline}{indent}- {first}" + "".join(f"{newline}{indent}  {line}" for line in others)


def _with_list(text: str, root: yaml.Node, list_name: str, lines: list[str]) -> str:
    """The list before the sources, which every record has, and before the comments that belong to them."""
    place = _start_of_comments(text, _sources(root, text))
    newline = _newline(text)
    first, *others = lines
    added = newline.join([f"{list_name}:", f"  - {first}", *(f"    {line}" for line in others), ""])
    return text[:place] + added + text[place:]


def _sources(root: yaml.Node, text: str) -> int:
    names = [name for name, _ in root.value if name.value == "sources"]
    return int(names[0].start_mark.index) if names else len(text)


def _start_of_comments(text: str, place: int) -> int:
    while (start := text.rfind("\n", 0, max(place - 1, 0)) + 1) < place and text[start:place].startswith("#"):
        place = start
    return place


def _end_of_line(text: str, place: int) -> int:
    """The end of the line on which the value ends that ends at ``place``; a text of several lines ends where the next begins."""
    place = len(text[:place].rstrip())
    found = re.compile(r"[ \t]*(#[^\r\n]*)?(?=\r?\n|\Z)").match(text, place)
    return found.end() if found else place


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _lines(fields: Mapping[str, str]) -> list[str]:
    return [_line(name, value) for name, value in fields.items()]


def _line(name: str, value: str) -> str:
    return f"{name}: {value}"
