package org.triviumcrm.exchange.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportTarget;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** What a template offers is understood when it comes back. */
@IntegrationTest
class ImportTemplatesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    ImportTemplates templates;

    @Autowired
    ImportTargets targets;

    @Autowired
    Viewers viewers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    Viewer admin;

    @BeforeEach
    void administrator() {
        admin = accounts.administrator();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void everyColumnOfATemplateIsItsField(String language) throws IOException {
        jdbc.sql("update person set locale = :locale where id = :id")
                .param("locale", language)
                .param("id", admin.personId())
                .update();
        Viewer viewer = viewers.find(admin.personId()).orElseThrow();
        for (ImportTarget target : targets.open(viewer)) {
            String text = new String(templates.csv(viewer, target.key()), StandardCharsets.UTF_8);
            List<String> headers = List.of(text.substring(1).strip().split(","));
            List<String> fields = target.fields().stream().map(ImportField::key).toList();
            assertThat(headers).hasSameSizeAs(fields);
            assertThat(ColumnGuesser.columns(target.fields(), headers, List.of()))
                    .as(target.key())
                    .allSatisfy(
                            (field, column) -> assertThat(fields.get(column)).isEqualTo(field))
                    .containsOnlyKeys(fields);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "PERSON"})
    void thereIsNoTemplateOfWhatCanNotBeImported(String kind) throws Exception {
        mvc.perform(get("/imports/templates/" + kind + ".csv").with(signedIn(admin)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/imports/templates/customer.csv").with(signedIn(accounts.nobody())))
                .andExpect(status().isForbidden());
    }
}
