package org.zaledje.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;

class KeysetRowsTest {

    private final List<PageRequest> asked = new ArrayList<>();
    private int length = 250;
    private int skipped = -1;

    private final KeysetRows<Integer> rows = new KeysetRows<>(this::page);

    private Page<Integer> page(PageRequest request) {
        asked.add(request);
        int after = request.cursor().map(Integer::parseInt).orElse(-1);
        List<Integer> read = IntStream.range(after + 1, length).filter(row -> row != skipped).limit(request.limit() + 1L)
                .boxed().toList();
        return Page.of(read, request, String::valueOf);
    }

    @Test
    void onlyThePagesThatAreSeenAreRead() {
        assertThat(rows.rows(0, 50)).hasSize(50).startsWith(0).endsWith(49);
        assertThat(asked).hasSize(1);
        assertThat(rows.rows(50, 50)).startsWith(50);
        assertThat(asked).hasSize(1);
        assertThat(rows.rows(100, 50)).startsWith(100).endsWith(149);
        assertThat(asked).hasSize(2);
    }

    @Test
    void scrollingBackReadsNothingAgain() {
        rows.rows(200, 50);
        int reads = asked.size();
        assertThat(rows.rows(0, 200)).hasSize(200).doesNotHaveDuplicates();
        assertThat(asked).hasSize(reads);
    }

    @Test
    void theListEndsWhereItsLastPageEnds() {
        assertThat(rows.rows(200, 100)).hasSize(50).endsWith(249);
        assertThat(rows.rows(250, 50)).isEmpty();
        assertThat(rows.rows(5000, 50)).isEmpty();
        assertThat(asked).hasSize(3);
        assertThat(rows.isCut()).isFalse();
    }

    @Test
    void anEmptyListIsAskedForOnce() {
        length = 0;
        assertThat(rows.isEmpty()).isTrue();
        assertThat(rows.rows(0, 50)).isEmpty();
        assertThat(asked).hasSize(1);
    }

    @Test
    void resetReadsFromTheStart() {
        rows.rows(0, 250);
        length = 3;
        rows.reset();
        assertThat(rows.rows(0, 50)).containsExactly(0, 1, 2);
    }

    @Test
    void whatOneReaderCanScrollThroughIsBounded() {
        length = 1_000_000;
        assertThat(rows.rows(900_000, 50)).isEmpty();
        assertThat(rows.rows(KeysetRows.ROWS_MAX - 10, 50)).hasSize(10).endsWith(KeysetRows.ROWS_MAX - 1);
        assertThat(rows.isCut()).isTrue();
        assertThat(asked).hasSize(KeysetRows.ROWS_MAX / KeysetRows.PAGE_ROWS);
        assertThat(rows.rows(Integer.MAX_VALUE, Integer.MAX_VALUE)).isEmpty();
    }

    @Test
    void aPageThatIsNoLongerKeptIsReadAgainFromWhereItBegan() {
        length = KeysetRows.PAGE_ROWS * (KeysetRows.PAGES_KEPT + 5);
        assertThat(rows.rows(0, length)).hasSize(length).doesNotHaveDuplicates();
        asked.clear();
        assertThat(rows.rows(0, 50)).startsWith(0).hasSize(50);
        assertThat(asked).hasSize(1);
        assertThat(rows.rows(length - 50, 100)).hasSize(50).endsWith(length - 1);
        assertThat(asked).hasSize(1);
    }

    @Test
    void rowsThatHaveComeBeforeThePageIsReadAgainAreShownOnce() {
        length = KeysetRows.PAGE_ROWS * (KeysetRows.PAGES_KEPT + 5);
        rows.rows(0, length);
        skipped = 7;
        List<Integer> again = rows.rows(0, length);
        assertThat(again).hasSize(length - 1).doesNotHaveDuplicates().doesNotContain(7).endsWith(length - 1);
        assertThat(rows.length()).hasValue(length - 1);
    }
}
