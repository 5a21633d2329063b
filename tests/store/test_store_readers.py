from __future__ import annotations

import threading
from pathlib import Path

from store_samples import a_document, a_reading, a_statement

from jirga.store import Query, Store

WRITTEN = 60
A_DOCUMENT_SAYS = 5


def write(path: Path, done: threading.Event) -> None:
    with Store.open(path, writing=True) as store:
        for number in range(WRITTEN):
            document = a_document(f"{number}.txt")
            reading = a_reading(document)
            said = [a_statement(document, reading, confidence=one / 10) for one in range(A_DOCUMENT_SAYS)]
            store.save(document, reading, said)
    done.set()


def test_two_readers_see_whole_documents_while_one_writes(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    Store.open(path, writing=True).close()
    done, seen, failures = threading.Event(), [], []

    def follow() -> None:
        try:
            with Store.open(path) as store:
                while True:
                    last = done.is_set()
                    seen.append(sum(1 for _ in store.statements(Query())))
                    if last:
                        return
        except Exception as error:  # noqa: BLE001 - told in the test's own thread
            failures.append(error)

    threads = [threading.Thread(target=follow) for _ in range(2)]
    threads.append(threading.Thread(target=write, args=(path, done)))
    for one in threads:
        one.start()
    for one in threads:
        one.join(timeout=60)
    assert failures == []
    assert all(number % A_DOCUMENT_SAYS == 0 for number in seen)
    assert seen[-1] == WRITTEN * A_DOCUMENT_SAYS


def test_a_list_is_of_one_state_of_the_record_while_it_grows(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with Store.open(path, writing=True) as writer, Store.open(path) as reader:
        for number in range(3):
            document = a_document(f"{number}.txt")
            writer.save(document, a_reading(document), [])
        listed = reader.documents()
        first = next(listed)
        late = a_document("later.txt")
        writer.save(late, a_reading(late), [])
        assert len([first, *listed]) == 3
        assert len(list(reader.documents())) == 4
