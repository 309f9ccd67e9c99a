"""VALIDATE: one pydantic model per author file. The models are the model: nothing copies them."""
