package org.triviumcrm.sales.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** What stands in the address of the board: its filter, which goes along to the list, and where a column goes on. */
@IntegrationTest
class BoardAddressTests {

    private static final int MANY = 60;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    private Viewer manager;
    private long coast;

    @BeforeEach
    void aBoard() {
        long west = accounts.team("West", null);
        coast = accounts.team("Coast", west);
        manager = accounts.manager(west);
        Viewer seller = accounts.representative(coast);
        database.sql(
                        "insert into pipeline (id, name, position, created_at, updated_at) values (1, 'P', 1, now(), now())")
                .update();
        database.sql("""
                        insert into stage (id, pipeline_id, name, position, kind, probability, created_at, updated_at)
                        values (11, 1, 'Open', 1, 'OPEN', 50, now(), now()), (12, 1, 'Won', 2, 'WON', 100, now(), now())""").update();
        for (int at = 1; at <= MANY; at++) {
            database.sql("""
                            insert into opportunity (id, name, pipeline_id, stage_id, state, amount, currency, base_amount,
                                probability, opened_on, expected_close_date, stage_entered_at, owner_id, team_id, created_at, updated_at)
                            values (:id, :name, 1, 11, 'OPEN', :amount, 'USD', :amount, 50, current_date, :close, now() - :id * interval '1 hour', :owner,
                                :team, now(), now())""")
                    .param("id", at)
                    .param("name", (at % 2 == 0 ? "Press & line " : "Pump ") + at)
                    .param("amount", BigDecimal.valueOf(at * 10L))
                    .param(
                            "close",
                            at % 5 == 0 ? null : LocalDate.of(2026, 1, 1).plusDays(at),
                            java.sql.Types.DATE)
                    .param("owner", seller.personId())
                    .param("team", seller.teamId())
                    .update();
        }
    }

    @Test
    void theListShowsWhatTheBoardDoes() throws Exception {
        String board =
                page("/sales/board?pipeline=1&team=" + coast + "&atLeast=500&closesBy=2026-02-25&text=Press%20%26");
        Matcher link =
                Pattern.compile("href=\"(/sales/opportunities\\?[^\"]*)\"").matcher(board);
        assertThat(link.find()).isTrue();
        String list = page(link.group(1).replace("&amp;", "&"));
        for (int at = 1; at <= MANY; at++) {
            boolean meant = at % 2 == 0 && at >= 50 && at % 5 != 0 && at <= 55;
            for (String shown : new String[] {board, list}) {
                assertThat(shown.contains("/sales/opportunities/" + at + "\""))
                        .as(at + (shown.equals(board) ? " on the board" : " in " + link.group(1)))
                        .isEqualTo(meant);
            }
        }
    }

    /** Each order goes on behind the last card, whose key is in the address; what no card has is not there. */
    @ParameterizedTest
    @EnumSource
    void aColumnGoesOnBehindItsLastCard(BoardOrder order) throws Exception {
        String column = "/sales/board/column?pipeline=1&stage=11&order=" + order;
        String first = page(column);
        Matcher next = Pattern.compile("[?&;]after=([^\"&]+)").matcher(first);
        assertThat(next.find()).as(first).isTrue();
        String rest = page(column + "&after=" + next.group(1));
        int both = 0;
        for (int at = 1; at <= MANY; at++) {
            String card = "/sales/opportunities/" + at + "\"";
            both += first.contains(card) && rest.contains(card) ? 1 : 0;
            assertThat(first.contains(card) || rest.contains(card) || rest.contains("after="))
                    .isTrue();
        }
        assertThat(both).isZero();
        for (String wrong : new String[] {"x", "~", "abc~1", "2026~", "1e9~1", "2026-01-01~9999999999999999999"}) {
            assertThat(answer(column + "&after=" + wrong).getStatus()).as(wrong).isEqualTo(404);
        }
    }

    private String page(String address) throws Exception {
        MockHttpServletResponse answer = answer(address);
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(String address) throws Exception {
        return mvc.perform(get(URI.create(address)).with(signedIn(manager)))
                .andReturn()
                .getResponse();
    }
}
