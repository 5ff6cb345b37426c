package org.triviumcrm.insight.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.search.Search;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

@IntegrationTest
class SearchTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    Search search;

    private Viewer viewer;
    private Viewer colleague;

    @BeforeEach
    void rows() {
        viewer = accounts.representative(null);
        colleague = accounts.representative(null);
        customer(920_000_001L, "上海浦东科技有限公司", "+86 21 6888 1234");
        customer(920_000_002L, "Zürich Ｎｏｖａ Qx", null);
        customer(920_000_003L, "Qzperfect <b>", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"浦东", "上海", "科技 浦东", "６８８８１２３４", "+86 21 6888", "688", "8881234", "８６２"})
    void findsChineseNamesAndTelephones(String typed) {
        assertThat(names(typed)).containsExactly("上海浦东科技有限公司");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zurich", "ZÜRICH", "nova", "qx", "ＱＸ", "qx nova", "zürich nova"})
    void ignoresCaseWidthAndAccents(String typed) {
        assertThat(names(typed)).containsExactly("Zürich Ｎｏｖａ Qx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "浦西", "qx perfect", "东浦", "%", "\\", "8621 9", "6889", "212 688"})
    void findsNothingElse(String typed) {
        assertThat(names(typed)).isEmpty();
    }

    @Test
    void findsOnlyWhatTheViewerMaySee() throws Exception {
        jdbc.sql("""
                insert into pipeline (id, name, position, created_at, updated_at) values (920000001, 'Search', 1, now(), now())
                """).update();
        jdbc.sql("""
                insert into stage (id, pipeline_id, name, position, kind, probability, created_at, updated_at)
                values (920000001, 920000001, 'First', 1, 'OPEN', 50, now(), now())""").update();
        jdbc.sql("""
                insert into opportunity (id, name, pipeline_id, stage_id, state, currency, probability, opened_on,
                    stage_entered_at, owner_id, created_at, updated_at)
                values (920000001, 'Qzdeal', 920000001, 920000001, 'OPEN', 'USD', 50, current_date, now(), ?, now(), now())""").param(viewer.personId()).update();
        mvc.perform(get("/search").param("q", "qz").with(signedIn(viewer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/sales/opportunities/920000001")))
                .andExpect(content().string(containsString("Qzperfect &lt;b&gt;")));
        mvc.perform(get("/search").param("q", "qz").with(signedIn(colleague)))
                .andExpect(content().string(not(containsString("Qzdeal"))))
                .andExpect(content().string(containsString("Qzperfect")));
        mvc.perform(get("/search").param("q", "qz").with(signedIn(accounts.nobody())))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Qzperfect"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/search", "/search?q=", "/search?q=qzqzqz", "/search?q=qz&kind=customer", "/search/suggestions"
            })
    void answersWhateverIsAsked(String address) throws Exception {
        mvc.perform(get(address).with(signedIn(viewer))).andExpect(status().isOk());
    }

    @Test
    void suggestsWhileTyping() throws Exception {
        mvc.perform(get("/search/suggestions").param("q", "qz").with(signedIn(viewer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("palette-item")))
                .andExpect(content().string(not(containsString("<html"))));
    }

    @Test
    void aNameInOtherCharactersIsFoundAmongManyThatBeginAlike() {
        for (int i = 0; i < 30; i++) {
            customer(920_001_000L + i, "Zurichqx " + i, null);
        }
        customer(920_002_000L, "Zürichqx", null);
        assertThat(names("zurichqx")).hasSize(10).startsWith("Zürichqx");
    }

    private List<String> names(String typed) {
        return search.find(viewer, typed, 10, "customer").stream()
                .flatMap(group -> group.hits().stream())
                .map(hit -> hit.name())
                .toList();
    }

    private void customer(long id, String name, String phone) {
        jdbc.sql("insert into customer (id, name, phone, created_at, updated_at) values (?, ?, ?, now(), now())")
                .param(id)
                .param(name)
                .param(phone)
                .update();
    }
}
