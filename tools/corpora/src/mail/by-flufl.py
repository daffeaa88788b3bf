"""Whom the notices that flufl.bounce ships with itself speak of, by flufl.bounce: a list of them, each with the file's bytes in base64."""

import base64
import json
import os
import sys
from email import message_from_bytes

import flufl.bounce
from flufl.bounce import all_failures

json.load(sys.stdin)
folder = os.path.join(os.path.dirname(flufl.bounce.__file__), "tests", "data")


def addresses(found):
    return sorted(address.decode("ascii", "replace").lower() for address in found)


notices = []
for name in sorted(os.listdir(folder)):
    if not name.endswith(".txt"):
        continue
    with open(os.path.join(folder, name), "rb") as file:
        body = file.read()
    delayed, failed = all_failures(message_from_bytes(body))
    notices.append(
        {
            "name": name,
            "body": base64.b64encode(body).decode("ascii"),
            "delayed": addresses(delayed),
            "failed": addresses(failed),
        }
    )
json.dump(notices, sys.stdout)
