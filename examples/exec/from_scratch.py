"""The mean of ten answers, with nothing but JSON lines: what a method in any language has to do."""

import json
import sys


def send(**message):
    print(json.dumps(message), flush=True)


send(type="hello", protocol=1)
for line in sys.stdin:
    message = json.loads(line)
    if message["type"] == "problem":
        axes = message["arguments"]
        if len(axes) == 1 and axes[0]["kind"] == "number":
            low, step = axes[0]["from"], (axes[0]["to"] - axes[0]["from"]) / 9
            send(type="ask", problem=message["problem"], inputs=[low + step * i for i in range(10)])
        else:
            send(type="answer", problem=message["problem"], abstained=True)
    elif message["type"] == "answers":
        values = [one["value"] for one in message["answers"] if one["kind"] == "value"]
        mean = sum(values) / len(values) if all(isinstance(y, (int, float)) for y in values) and values else 0.0
        code = {"language": "python", "source": f"def f(x):\n    return {mean!r}\n", "entry": "f"}
        words = f"About {mean:.4g} everywhere: the mean of {len(values)} answers."
        send(type="answer", problem=message["problem"], description=words, code=code)
