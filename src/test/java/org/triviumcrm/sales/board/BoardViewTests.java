package org.triviumcrm.sales.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** What the board shows, kept under names. */
@IntegrationTest
class BoardViewTests {

    private static final String QUERY = "pipeline=1&order=AMOUNT&atLeast=500&text=%E6%B3%B5";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    private Viewer manager;
    private Viewer seller;

    @BeforeEach
    void aBoard() {
        long west = accounts.team("West", null);
        manager = accounts.manager(west);
        seller = accounts.representative(west);
        database.sql(
                        "insert into pipeline (id, name, position, created_at, updated_at) values (1, 'P', 1, now(), now())")
                .update();
        database.sql("""
                        insert into stage (id, pipeline_id, name, position, kind, probability, created_at, updated_at)
                        values (11, 1, 'Open', 1, 'OPEN', 50, now(), now()), (12, 1, 'Won', 2, 'WON', 100, now(), now())""").update();
        deal(990001, "Small 泵", 100);
        deal(990002, "Large 泵", 900);
    }

    @Test
    void keepsFilterAndOrderUntilTheViewIsDeleted() throws Exception {
        String view = save(seller, "Large ones", QUERY, false);
        assertThat(page(seller, "/sales/board?view=" + view).getRedirectedUrl())
                .isEqualTo("/sales/board?" + QUERY + "&view=" + view);
        assertThat(text(seller, "/sales/board?" + QUERY + "&view=" + view))
                .contains("Large ones", "card-990002")
                .doesNotContain("card-990001", "(changed)");
        assertThat(text(seller, "/sales/board?pipeline=1&view=" + view))
                .as("what the address says goes before the view")
                .contains("card-990001", "(changed)");

        act(seller, "/sales/board/views/content", view, "pipeline=1&order=CLOSE");
        assertThat(page(seller, "/sales/board?view=" + view).getRedirectedUrl())
                .isEqualTo("/sales/board?pipeline=1&order=CLOSE&view=" + view);

        act(manager, "/sales/board/views/content", view, "pipeline=1");
        assertThat(page(seller, "/sales/board?view=" + view).getRedirectedUrl())
                .as("not by a stranger")
                .contains("order=CLOSE");
        act(manager, "/sales/board/views/deletion", view, "");
        assertThat(text(seller, "/sales/board")).contains("Large ones");
        assertThat(text(manager, "/sales/board?view=" + view)).doesNotContain("Large ones");
        act(seller, "/sales/board/views/deletion", view, "");
        assertThat(text(seller, "/sales/board?view=" + view)).doesNotContain("Large ones");
    }

    @Test
    void whoMayShareViewsSharesThemWithOthers() throws Exception {
        Viewer administrator = accounts.administrator();
        String view = save(administrator, "For us all", QUERY, true);
        assertThat(text(seller, "/sales/board")).contains("For us all", "view=" + view);
        act(seller, "/sales/board/views/content", view, "");
        assertThat(page(seller, "/sales/board?view=" + view).getRedirectedUrl()).contains(QUERY);
        assertThat(mvc.perform(post("/sales/board/views")
                                .param("name", "Mine for all")
                                .param("shared", "true")
                                .with(signedIn(seller))
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void refusesNamesThatAreMissingOrTaken() throws Exception {
        save(seller, "Large ones", QUERY, false);
        for (String name : new String[] {"", "large ONES", "x".repeat(101)}) {
            MockHttpServletResponse refused =
                    mvc.perform(saving(seller, name, QUERY)).andReturn().getResponse();
            assertThat(refused.getStatus()).as(name).isEqualTo(422);
            assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains(name, QUERY.replace("&", "&amp;"));
        }
        String view = save(seller, "Odd", "javascript://x\r\n", false);
        assertThat(page(seller, "/sales/board?view=" + view).getRedirectedUrl())
                .isEqualTo("/sales/board?&view=" + view);
    }

    private String save(Viewer viewer, String name, String query, boolean shared) throws Exception {
        MockHttpServletRequestBuilder saving = saving(viewer, name, query);
        String place = mvc.perform(shared ? saving.param("shared", "true") : saving)
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(place).startsWith("/sales/board?").contains("&view=");
        return place.replaceAll(".*&view=", "");
    }

    private MockHttpServletRequestBuilder saving(Viewer viewer, String name, String query) {
        return post("/sales/board/views")
                .param("name", name)
                .param("query", query)
                .with(signedIn(viewer))
                .with(csrf());
    }

    private MockHttpServletResponse act(Viewer viewer, String address, String view, String query) throws Exception {
        return mvc.perform(post(address)
                        .param("view", view)
                        .param("query", query)
                        .with(signedIn(viewer))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse page(Viewer viewer, String address) throws Exception {
        return mvc.perform(get(URI.create(address)).with(signedIn(viewer)))
                .andReturn()
                .getResponse();
    }

    private String text(Viewer viewer, String address) throws Exception {
        return page(viewer, address).getContentAsString(StandardCharsets.UTF_8);
    }

    private void deal(int id, String name, int amount) {
        database.sql("""
                        insert into opportunity (id, name, pipeline_id, stage_id, state, amount, currency, base_amount,
                            probability, opened_on, stage_entered_at, owner_id, team_id, created_at, updated_at)
                        values (?, ?, 1, 11, 'OPEN', ?, 'USD', ?, 50, current_date, now(), ?, ?, now(), now())""")
                .params(id, name, amount, amount, seller.personId(), seller.teamId())
                .update();
    }
}
