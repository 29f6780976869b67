"""A desk that a team shares: who is let in, as what, and what another site cannot do."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from mahdar.outputs.web.app import PARTS, make_app
from mahdar.outputs.web.desk import Desk
from mahdar.outputs.web.who import SIGNED_IN
from mahdar.pipeline.entrance import new_token
from mahdar.pipeline.passwords import kept_of
from mahdar.register import Register

GOOD = "nine old lighthouses"
OTHER = "another one of them"
KEPT = kept_of(GOOD, "somebody")
HEADERS = {"accept": "text/html", "accept-language": "en"}


@pytest.fixture
def team(desk: Desk) -> Iterator[TestClient]:
    """A visitor of a shared desk who has not signed in; one account a role."""
    for role in ("admin", "reviewer", "reader"):
        desk.register.accounts.add(f"the {role}", role, KEPT, "root")
    with TestClient(make_app(desk), headers=HEADERS, follow_redirects=False) as made:
        yield made


def token_of(client: TestClient, path: str = "/sign-in") -> str:
    """Return the token of the forms of a page."""
    found = re.search(r'data-token="(\w+)"', client.get(path).text)
    assert found is not None
    return found[1]


def sign_in(client: TestClient, name: str, password: str = GOOD, back: str = "/"):
    sent = {"name": name, "password": password, "next": back, "csrf": token_of(client)}
    return client.post("/sign-in", data=sent)


def post(client: TestClient, path: str, **sent: str):
    return client.post(path, data={**sent, "csrf": token_of(client)})


def test_whoever_has_not_signed_in_is_sent_to_do_so_and_comes_back(team: TestClient) -> None:
    answer = team.get("/documents?page=1")
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?next=%2Fdocuments%3Fpage%3D1")
    assert "/documents" not in team.get("/sign-in").text
    done = sign_in(team, "the reader", back="/documents?page=1")
    assert (done.status_code, done.headers["location"]) == (303, "/documents?page=1")
    assert team.get("/documents").status_code == 200


def test_programs_are_told_with_a_status(team: TestClient) -> None:
    answer = team.get("/documents.json")
    assert (answer.status_code, answer.headers["content-type"]) == (401, "application/problem+json")
    assert "Bearer" in answer.headers["www-authenticate"]


def test_whatever_address_there_is_nothing_is_seen_without_signing_in(team: TestClient) -> None:
    for path in {one.path for part in PARTS for one in part.pages.router.routes}:
        if path.startswith(("/sign-in", "/theme")):
            continue
        filled = re.sub(r"\{[^}]*\}", "x", path)
        assert team.get(filled, headers={"accept": "application/json"}).status_code in {401, 405}, path
        assert team.post(filled, headers={"accept": "application/json"}).status_code in {401, 403, 405}, path


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere", "x"])
def test_signing_in_leads_nowhere_else(team: TestClient, back: str) -> None:
    assert sign_in(team, "the reader", back=back).headers["location"] == "/"


def test_the_cookie_is_for_the_desk_alone(team: TestClient) -> None:
    cookie = sign_in(team, "the reader").headers["set-cookie"]
    assert {"httponly", "samesite=lax", "path=/"} <= {one.strip().lower() for one in cookie.split(";")}
    assert "secure" not in cookie.lower()


def test_behind_https_the_cookie_is_for_https_alone(desk: Desk) -> None:
    desk.register.accounts.add("mariam", "admin", KEPT, "root")
    with TestClient(
        make_app(desk), "https://desk.example", headers=HEADERS, follow_redirects=False
    ) as client:
        assert "; secure" in sign_in(client, "mariam").headers["set-cookie"].lower()
        assert client.get("/").status_code == 200


def test_a_refusal_keeps_the_name_and_does_not_say_what_was_wrong(team: TestClient) -> None:
    for name in ("the reader", "nobody at all"):
        answer = sign_in(team, name, "a wrong password")
        assert answer.status_code == 401
        assert f'value="{name}"' in answer.text
        assert "There is no account with this name and this password." in answer.text


def test_who_guesses_has_to_wait(team: TestClient) -> None:
    for _ in range(10):
        sign_in(team, "the reader", "a wrong password")
    answer = sign_in(team, "the reader")
    assert answer.status_code == 429
    assert 800 < int(answer.headers["retry-after"]) <= 900
    assert "Tried too often" in answer.text


def test_signing_out_ends_it_for_a_stolen_cookie_too(team: TestClient) -> None:
    sign_in(team, "the reader")
    stolen = team.cookies[SIGNED_IN]
    assert post(team, "/sign-out").headers["location"] == "/sign-in"
    assert SIGNED_IN not in team.cookies
    team.cookies.set(SIGNED_IN, stolen)
    assert team.get("/").status_code == 303


def test_signing_in_again_begins_with_a_new_secret(team: TestClient) -> None:
    sign_in(team, "the reader")
    first = team.cookies[SIGNED_IN]
    sign_in(team, "the reviewer")
    assert team.cookies[SIGNED_IN] != first
    team.cookies.set(SIGNED_IN, first)
    assert team.get("/").status_code == 303


def test_a_form_counts_for_its_own_sign_in_alone(team: TestClient) -> None:
    sign_in(team, "the admin")
    old = token_of(team, "/users")
    sign_in(team, "the admin")
    sent = {"name": "new", "role": "reader", "password": GOOD, "csrf": old}
    assert team.post("/users/add", data=sent).status_code == 403
    assert post(team, "/users/add", **{**sent, "csrf": ""}).status_code == 303


def test_only_admins_see_the_accounts(team: TestClient) -> None:
    for role, status in (("reader", 403), ("reviewer", 403), ("admin", 200)):
        sign_in(team, f"the {role}")
        assert team.get("/users").status_code == status
        assert post(team, "/users/role", name="the reader", role="admin").status_code == (
            303 if role == "admin" else 403
        )


def test_an_admin_adds_disables_and_lets_in_again(team: TestClient, register: Register) -> None:
    sign_in(team, "the admin")
    assert post(team, "/users/add", name="ليلى", role="reviewer", password=GOOD).status_code == 303
    assert register.accounts.find("ليلى").role == "reviewer"
    assert "at least 10 letters" in post(team, "/users/add", name="x", role="reader", password="s" * 9).text
    post(team, "/users/state", name="ليلى", state="disabled")
    assert register.accounts.find("ليلى").disabled
    assert "disabled" in team.get("/users").text
    post(team, "/users/state", name="ليلى", state="enabled")
    post(team, "/users/password", name="ليلى", password=OTHER)
    assert "the only admin" in post(team, "/users/state", name="the admin", state="disabled").text
    assert [one.who for one in register.events() if one.what == "account_disabled"] == ["the admin"]


def test_a_token_is_shown_once(team: TestClient, register: Register) -> None:
    sign_in(team, "the admin")
    answer = post(team, "/users/token", name="the reader", label="<b>import</b>", days="3")
    found = re.search(r"mahdar_[\w-]{43}", answer.text)
    assert found is not None
    page = team.get("/users").text
    assert found[0] not in page
    assert "&lt;b&gt;import" in page
    assert post(team, "/users/revoke", token=register.accounts.tokens()[0].id).status_code == 303
    assert "no longer holds" in team.get("/users").text


def test_a_role_taken_away_is_gone_at_the_next_request(team: TestClient, register: Register) -> None:
    register.accounts.add("another", "admin", KEPT, "root")
    sign_in(team, "the admin")
    assert team.get("/users").status_code == 200
    register.accounts.set_role("the admin", "reader", "another")
    assert team.get("/users").status_code == 403
    register.accounts.disable("the admin", "another")
    assert team.get("/").status_code == 303


def test_a_token_says_who_comes_and_needs_no_form(team: TestClient, register: Register) -> None:
    secret, _ = new_token(register, "the admin", "import", 3, "root")
    shown = {"authorization": f"Bearer {secret}"}
    assert team.get("/documents.json", headers=shown).status_code == 200
    sent = {"name": "omar", "role": "reader", "password": GOOD}
    assert team.post("/users/add", data=sent, headers=shown).status_code == 303
    assert team.get("/documents.json", headers={"authorization": "Bearer mahdar_wrong"}).status_code == 401


def test_the_first_account_is_an_admin_and_shuts_the_door_behind(client: TestClient) -> None:
    sent = {"name": "omar", "password": GOOD, "csrf": token_of(client, "/users")}
    assert "The first account is an admin" in client.post("/users/add", data={**sent, "role": "reader"}).text
    assert client.post("/users/add", data={**sent, "role": "admin"}).status_code == 303
    assert client.get("/users").headers["location"] == "/sign-in?next=%2Fusers"


@pytest.mark.parametrize(
    "sent",
    [{"origin": "https://elsewhere.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"},
     {"sec-fetch-site": "same-site"}],
)  # fmt: skip
def test_what_another_site_sends_is_refused(client: TestClient, sent: dict[str, str]) -> None:
    data = {"theme": "dark", "csrf": token_of(client, "/")}
    assert client.post("/theme", data=data, headers=sent).status_code == 403
    assert client.post("/theme", data=data, headers={"origin": "http://testserver"}).status_code == 303
    assert client.post("/theme", data=data, headers={"sec-fetch-site": "same-origin"}).status_code == 303


def test_alone_the_desk_answers_to_its_own_names_alone(register: Register, desk: Desk) -> None:
    named = Desk(register, desk.lexicon, "mariam", hosts=frozenset({"localhost", "127.0.0.1", "::1"}))
    with TestClient(make_app(named), headers=HEADERS) as client:
        for host, status in (
            ("localhost:8765", 200), ("127.0.0.1", 200), ("[::1]:8765", 200),
            ("elsewhere.example", 421), ("localhost.elsewhere.example", 421), ("", 421),
        ):  # fmt: skip
            assert client.get("/", headers={"host": host}).status_code == status, host
        register.accounts.add("mariam", "admin", KEPT, "root")
        assert client.get("/sign-in", headers={"host": "desk.example"}).status_code == 200


def test_a_body_that_is_too_large_is_refused(client: TestClient) -> None:
    kind = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post("/theme", content=b"x" * (2 * 2**20 + 1), headers=kind).status_code == 413

    def pieces() -> Iterator[bytes]:
        for _ in range(40):
            yield b"theme=" + b"x" * 2**16

    answer = client.post("/theme", content=pieces(), headers=kind)
    assert answer.status_code == 413
    assert "at most 2,097,152 bytes" in answer.text


def test_programs_show_a_token_and_may_do_what_its_account_may(team: TestClient, register: Register) -> None:
    assert team.get("/openapi.json").status_code == 200
    assert team.get("/api/v1/documents").status_code == 401
    sent = {"documents": [{"name": "a.txt", "text": "وصل الوزير إلى مسقط."}]}
    for role, status in (("reader", 403), ("reviewer", 202)):
        secret, _ = new_token(register, f"the {role}", "import", 3, "root")
        shown = {"authorization": f"Bearer {secret}"}
        assert team.get("/api/v1/documents", headers=shown).status_code == 200
        answer = team.post("/api/v1/documents", json=sent, headers=shown)
        assert answer.status_code == status, answer.text
    assert register.uploads.find(answer.json()["id"]).who == "the reviewer"
    assert team.get(answer.headers["location"], headers=shown).json()["who"] == "the reviewer"
