"""The JSON Schema of each kind of record, for editors that complete and check while one types.

It says of the form of a record what the models say, in draft 2020-12
(https://json-schema.org/draft/2020-12). Codes are named by their list (``vocabulary``) and not
enumerated: the check knows them, and what depends on other records.
"""

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from vagvisare.records.kinds import Record

FOLDER = "schemas"
"""The folder of the schemas, from the root."""


def path(model: type[Record]) -> str:
    """The file of a kind's schema, from the root."""
    return f"{FOLDER}/{model.kind_name}.json"


def schema(model: type[Record]) -> str:
    """The schema of a kind's files, as its own file has it."""
    made = model.model_json_schema(schema_generator=_Schema)
    made["properties"].pop("id")  # the file's name
    made["required"].remove("id")
    return (
        json.dumps(
            {"$schema": GenerateJsonSchema.schema_dialect, **made}, ensure_ascii=False, indent=1
        )
        + "\n"
    )


class _Schema(GenerateJsonSchema):
    """Pydantic's generator for files whose scalars are text and whose empty fields are left out."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        return False

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        return {**super().str_schema(schema), "type": ["string", "number"]}

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        return {**super().int_schema(schema), "type": ["integer", "string"]}

    def float_schema(self, schema: core_schema.FloatSchema) -> JsonSchemaValue:
        return {**super().float_schema(schema), "type": ["number", "string"]}
