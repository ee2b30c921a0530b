"""Reads a JSON list of raw mails (base64) and tells what Python's own mail package sees in each."""

import base64
import json
import sys
from email import policy
from email.parser import BytesParser
from email.utils import getaddresses


def seen(raw):
    mail = BytesParser(policy=policy.default).parsebytes(raw)
    parts = [part for part in mail.walk() if not part.is_multipart()]
    return {
        "headers": sorted(name.lower() for name in mail.keys()),
        "subject": str(mail["subject"]),
        "messageId": str(mail["message-id"]),
        "references": str(mail["references"] or ""),
        "from": getaddresses([str(mail["from"])]),
        "to": [[one.display_name, one.addr_spec] for one in mail["to"].addresses],
        "defects": [type(one).__name__ for one in mail.defects],
        "types": [part.get_content_type() for part in mail.walk()],
        "methods": [part.get_param("method") for part in parts if part.get_content_type() == "text/calendar"],
        "files": [part.get_filename() for part in parts if part.get_content_disposition() == "attachment"],
        "texts": {
            part.get_content_type(): part.get_payload(decode=True).decode("utf-8")
            for part in reversed(parts)
            if part.get_content_type().startswith("text/")
        },
    }


print(json.dumps([seen(base64.b64decode(one)) for one in json.load(sys.stdin)]))
