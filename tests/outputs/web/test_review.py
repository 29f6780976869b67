"""The pages of review, asked as a browser without script asks."""

from __future__ import annotations

import re
from html import unescape

import pytest
from fastapi.testclient import TestClient

from mahdar.lexicon import default_lexicon
from mahdar.model.document import Document
from mahdar.pipeline.document import read_document
from mahdar.register import Queue, Register


@pytest.fixture
def post(client: TestClient):
    """Send a form of ours."""
    token = re.search(r'data-token="(\w+)"', client.get("/review").text)[1]

    def send(path: str, **fields: object):
        return client.post(path, data={"csrf": token, **fields})

    return send


def first(register: Register, **asked: object) -> str:
    return register.reviews.queue(Queue(**asked), limit=1).entries[0].id


def form_of(page: str) -> dict[str, list[str]]:
    """Return what a browser would send of the entry's form."""
    form = page.partition('id="correct"')[2].partition("</form>")[0]
    fields: dict[str, list[str]] = {}
    pattern = (
        r'<input type="hidden" name="(?P<n1>[^"]+)" value="(?P<v1>[^"]*)"'
        r'|<textarea[^>]* name="(?P<n2>[^"]+)"[^>]*>\n?(?P<v2>[^<]*)</textarea>'
        r'|<input type="checkbox" name="(?P<n3>[^"]+)" value="(?P<v3>[^"]+)" checked'
        r'|<input (?:id="[^"]+" )?name="(?P<n4>[^"]+)" (?:dir="auto" )?value="(?P<v4>[^"]*)"'
        r'|<select id="[^"]+" name="(?P<n5>[^"]+)">(?P<options>.*?)</select>'
    )
    for one in re.finditer(pattern, form, re.DOTALL):
        name = next(one[f"n{n}"] for n in range(1, 6) if one[f"n{n}"])
        if one["n5"]:
            chosen = re.search(r'value="([^"]*)" selected', one["options"])
            value = chosen[1] if chosen else ""
        else:
            value = next(one[f"v{n}"] for n in range(1, 5) if one[f"v{n}"] is not None)
        fields.setdefault(name, []).append(unescape(value))
    return fields


def test_the_queue_shows_the_least_sure_first_and_is_narrowed(client, register):
    page = client.get("/review")
    assert page.status_code == 200
    found = re.findall(r'data-entry="(\w+)"', page.text)
    assert found == [one.id for one in register.reviews.queue(Queue(), limit=25).entries]
    data = client.get("/review.json", params={"type": "act", "party": "Oman (OMN)"}).json()
    assert data["waiting"]["total"] == register.reviews.queue(Queue(type="act", party="OMN")).total
    assert client.get("/review.csv").text.startswith("\N{BYTE ORDER MARK}id,type,kind,confidence")
    assert client.get("/review", params={"which": "nothing"}).status_code == 400


def test_accepting_goes_on_to_the_next_entry(post, register, client):
    one, two = (held.id for held in register.reviews.queue(Queue(type="act"), limit=2).entries)
    done = post(f"/review/{one}/accept", on=0, queue="type=act")
    assert (done.status_code, done.headers["location"]) == (303, f"/review/{two}?type=act&done={one}")
    assert register.reviews.entry(one).who == "mariam"
    page = client.get(done.headers["location"]).text
    assert f'action="/review/{one}/undo"' in page
    post(f"/review/{one}/undo", queue="type=act")
    assert register.entry(one).review == "unreviewed"


@pytest.mark.parametrize("kind", ["act", "meeting", "instrument", "amount", "quote", "date"])
def test_a_form_that_is_sent_as_it_was_shown_changes_nothing(client, post, register, kind):
    for language in ("ar", "en"):
        for held in register.entries(type=kind):
            page = client.get(f"/review/{held.id}", params={"lang": language}).text
            sent = post(f"/review/{held.id}/correct", **form_of(page))
            assert sent.status_code == 422, (held, form_of(page), list(register.events(entry=held.id)))
            assert register.entry(held.id) == held


def test_fields_and_words_are_put_right(client, post, register):
    id_ = first(register, type="act")
    before = register.entry(id_)
    form = form_of(client.get(f"/review/{id_}", params={"lang": "en"}).text)
    words = " ".join(before.evidence[0].quote.split()[:2])
    form |= {
        "f-class": ["hope"], "f-actors": ["السعودية", "Qatar (QAT)", ""], "f-tracks": ["energy", "sport"],
        "f-due": ["2031-05"], "w-evidence": [words], "why": ["a wish"],
    }  # fmt: skip
    answer = post(f"/review/{id_}/correct", **form)
    assert answer.status_code == 303, re.findall(r'class="problem".*', answer.text)
    after = register.entry(id_)
    assert after.fields["class"] == "hope"
    assert (after.fields["actors"], after.fields["tracks"]) == (["SAU", "QAT"], ["energy", "sport"])
    assert after.fields["due"] == "2031-05"
    trigger = after.fields["trigger"]
    head = register.text(after.document)[trigger["start"] : trigger["end"]]
    assert [one.quote for one in after.evidence] == [words, head]
    assert register.reviews.entry(id_).why == "a wish"


def test_what_cannot_be_read_is_said_and_what_was_typed_is_kept(client, post, register):
    id_ = first(register, type="act")
    form = form_of(client.get(f"/review/{id_}").text)
    form |= {"f-actors": ["Atlantis"], "f-due": ["soon"], "w-content": ["كلمات لا ترد"], "f-class": ["hope"]}
    answer = post(f"/review/{id_}/correct", **form)
    assert answer.status_code == 422
    for said in ("no party is called so", "write 2024", "these words do not stand in the document"):
        assert said in answer.text
    kept = form_of(answer.text)
    assert (kept["f-actors"][0], kept["f-due"], kept["f-class"]) == ("Atlantis", ["soon"], ["hope"])
    assert register.entry(id_).review == "unreviewed"


def test_whoever_comes_second_is_told_and_loses_nothing(client, post, register):
    id_ = first(register, type="act")
    form = form_of(client.get(f"/review/{id_}").text)
    register.reviews.judge(id_, "corrected", "salma", fields={"class": "oppose"})
    form |= {"f-class": ["hope"], "why": ["a wish of theirs"]}
    answer = post(f"/review/{id_}/correct", **form)
    assert answer.status_code == 409
    assert "salma has changed this entry while you were judging it" in answer.text
    assert '<td dir="auto">oppose</td><td dir="auto">hope</td>' in answer.text
    kept = form_of(answer.text)
    assert (kept["f-class"], kept["why"]) == (["hope"], ["a wish of theirs"])
    assert register.entry(id_).fields["class"] == "oppose"
    assert post(f"/review/{id_}/correct", **kept).status_code == 303
    assert (register.entry(id_).fields["class"], register.reviews.entry(id_).who) == ("hope", "mariam")


def test_a_script_is_told_in_its_own_form(client, post, register):
    id_ = first(register)
    token = re.search(r'data-token="(\w+)"', client.get("/review").text)[1]
    headers = {"accept": "application/json", "x-csrf-token": token}
    done = client.post(f"/review/{id_}/accept", data={"on": 0}, headers=headers)
    assert done.json() == {"entry": id_, "review": "accepted", "event": register.reviews.entry(id_).event}
    late = client.post(f"/review/{id_}/reject", data={"on": 0, "reason": "twice"}, headers=headers)
    assert (late.status_code, late.json()["who"]) == (409, "mariam")
    assert client.post(f"/review/{id_}/accept", data={"on": 0}).status_code == 403


def test_a_rejection_has_a_reason(post, register):
    id_ = first(register)
    assert post(f"/review/{id_}/reject", on=0, reason="other").status_code == 422
    assert post(f"/review/{id_}/reject", on=0, reason="denied", why="«لن»").status_code == 303
    assert register.reviews.entry(id_).reason == "denied"


def test_words_marked_in_the_text_are_the_evidence(post, register):
    held = next(register.entries(type="quote"))
    first_, text = held.evidence[0], register.text(held.document)
    end = text.index(" ", first_.start + 10)
    sent = post(f"/review/{held.id}/remark", start=first_.start, end=end, words=text[first_.start : end],
                back="/documents")  # fmt: skip
    assert sent.headers["location"] == "/documents"
    assert register.entry(held.id).evidence[0].end == end


def test_what_was_missed_is_added(client, post, register):
    document = next(register.documents())
    text = register.text(document.id)
    start = document.page.articles[0].start
    words = " ".join(text[start : start + 60].split()[:4])
    page = client.get(f"/documents/{document.id[:12]}/entries/new", params={"type": "date", "words": words})
    assert page.status_code == 200
    form = {"type": "date", "w-evidence": words, "at-evidence": start, "f-precision": "vague"}
    missing = post(f"/documents/{document.id[:12]}/entries", **form | {"f-precision": ""})
    assert (missing.status_code, "a new date needs precision" in missing.text) == (422, True)
    made = post(f"/documents/{document.id[:12]}/entries", **form)
    id_ = made.headers["location"].rpartition("/")[2]
    assert register.entry(id_).reader == "person mariam"


def test_comments_are_shown_as_they_were_written(client, post, register):
    id_ = first(register)
    assert post(f"/review/{id_}/comment", words="<b>من</b> المتحدث؟").status_code == 303
    assert "&lt;b&gt;من&lt;/b&gt; المتحدث؟" in client.get(f"/review/{id_}").text


def test_a_second_reviewer_is_shown_nothing_of_the_first(client, post, register):
    id_ = first(register, type="act")
    register.reviews.judge(id_, "rejected", "salma", reason="denied", why="NEVER SEEN")
    asked = {"which": "second"}
    assert f'data-entry="{id_}"' in client.get("/review", params=asked).text
    page = client.get(f"/review/{id_}", params=asked).text
    assert "NEVER SEEN" not in page
    assert "salma" not in page
    assert "NEVER SEEN" in client.get(f"/review/{id_}").text
    assert post(f"/review/{id_}/accept", on=0, queue="which=second").status_code == 303
    assert register.entry(id_).review == "rejected"
    assert {one.who: one.verdict for one in register.reviews.words(id_)} == {
        "salma": "rejected", "mariam": "accepted",
    }  # fmt: skip
    page = client.get("/review/agreement").text
    assert "mariam" in page
    assert client.get("/review/agreement.json").json()["agreement"]["measured"][0]["entries"] == 1
    assert "salma" in client.get("/review/agreement.csv").text


def test_what_is_no_entry_is_not_found(client, post):
    assert client.get("/review/ffffffffffffffff").status_code == 404
    assert post("/review/ffffffffffffffff/accept").status_code == 404


def newer(register, name: str, change) -> str:
    """Read a changed text under the path of a document, as its newer version; return its id."""
    old = register.document(name)
    document = Document.of(change(register.text(old.id)), old.name, path=old.path)
    register.add([read_document(document, default_lexicon())], reader="anew")
    return document.id


def test_a_newer_version_says_from_which_one_a_word_comes(client, post, register):
    old = register.document("09-wire-hidden-marks.txt")
    date = next(register.entries(old.id, type="date"))
    act = next(register.entries(old.id, type="act"))
    post(f"/review/{date.id}/accept", on=0)
    post(f"/review/{act.id}/accept", on=0)
    words = act.evidence[0].quote
    new = newer(register, old.name, lambda text: f"{text.replace(words, '')}\nتصحيح.\n")
    now = next(one for one in register.entries(new, type="date") if one.review == "accepted")
    page = client.get(f"/review/{now.id}").text
    assert "mariam said this of an older version of the document." in page
    assert page.count(f'href="/documents/{old.id[:12]}?entry={date.id}') >= 2
    assert "from the version of" in client.get(f"/documents/{new[:12]}?entry={now.id}").text
    queue = client.get("/review", params={"which": "again"}).text
    assert act.id in queue
    assert (
        "A newer version of this document has no entry on these words" in client.get(f"/review/{act.id}").text
    )
    assert post(f"/review/{act.id}/settle").status_code == 303
    assert "Nothing waits here." in client.get("/review", params={"which": "again"}).text
    assert post(f"/review/{act.id}/settle").status_code == 422
