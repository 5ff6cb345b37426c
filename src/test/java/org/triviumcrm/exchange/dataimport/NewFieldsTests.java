package org.triviumcrm.exchange.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.customer.CustomFields;
import org.triviumcrm.customer.FieldKind;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Columns that fit no field become fields, of the kind that holds what stands in them, and the file fills them at once. */
@IntegrationTest
class NewFieldsTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    MoveIn moveIn;

    @Autowired
    Accounts accounts;

    @Autowired
    ImportService imports;

    @Autowired
    NewFieldsService fields;

    @Autowired
    CustomFields custom;

    @Autowired
    JdbcClient database;

    Viewer admin;

    @BeforeEach
    void administrator() {
        admin = accounts.administrator();
    }

    @Test
    void aRealFileWithoutNamesComesInWithAllItsColumns() throws Exception {
        byte[] file = new ClassPathResource("mining/bank-additional.csv").getContentAsByteArray();
        long id = imports.start(admin, "customer", "bank.csv", new ByteArrayInputStream(file));
        mvc.perform(get("/imports/" + id + "/columns").with(signedIn(admin)))
                .andExpect(content().string(containsString("Make fields of the 21 columns that fit none")));
        mvc.perform(post("/imports/" + id + "/columns/kept")
                        .param("fixed[name]", "Client {row}")
                        .param("columns[20].field", "")
                        .with(csrf())
                        .with(signedIn(admin)))
                .andExpect(redirectedUrl("/imports/" + id + "/fields"));
        MakeFields proposed = fields.page(admin, id).proposed();
        Map<String, FieldKind> kinds = proposed.getColumns().stream()
                .collect(Collectors.toMap(column -> String.valueOf(column.getName()), column -> column.getKind()));
        assertThat(kinds)
                .containsEntry("age", FieldKind.NUMBER)
                .containsEntry("job", FieldKind.CHOICE)
                .containsEntry("cons.conf.idx", FieldKind.NUMBER)
                .containsEntry("y", FieldKind.YES_NO)
                .hasSize(21);
        assertThat(fields.make(admin, id, proposed)).isEqualTo(21);
        DataImport done = moveIn.finish(admin, moveIn.ready(admin, id));
        long rows = new String(file, StandardCharsets.UTF_8).lines().count() - 1;
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(database.sql(
                                "select count(*) from customer where name ~ '^Client [0-9]+$' and custom -> 'y' is not null and custom -> 'age' is not null")
                        .query(Long.class)
                        .single())
                .isEqualTo(rows);
        Map<String, Object> first = database.sql(
                        "select custom ->> 'age' age, custom ->> 'consConfIdx' confidence, custom ->> 'dayOfWeek' as weekday, custom -> 'y' as answer from customer where name = 'Client 2'")
                .query()
                .singleRow();
        String[] cells = new String(file, StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .split(",");
        assertThat(first.get("age")).isEqualTo(cells[0]);
        assertThat(first.get("confidence"))
                .as("below zero")
                .isEqualTo(cells[17])
                .asString()
                .startsWith("-");
        assertThat(first.get("weekday")).isEqualTo(cells[9]);
        assertThat(String.valueOf(first.get("answer"))).isEqualTo(String.valueOf(cells[20].equals("yes")));
    }

    @Test
    void whatIsAskedAgainKeepsWhatWasTyped() throws Exception {
        long id = upload("name,Colour,Zoll\nAcme,red,5\n");
        mvc.perform(post("/imports/" + id + "/fields")
                        .param("columns[0].at", "1")
                        .param("columns[0].made", "true")
                        .param("columns[0].name", "")
                        .param("columns[0].kind", "TEXT")
                        .param("columns[1].at", "2")
                        .param("columns[1].made", "true")
                        .param("columns[1].name", "Customs duty")
                        .param("columns[1].kind", "NUMBER")
                        .with(csrf())
                        .with(signedIn(admin)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Please say what it is called")))
                .andExpect(content().string(containsString("Customs duty")));
        mvc.perform(post("/imports/" + id + "/fields")
                        .param("columns[0].at", "1")
                        .param("columns[0].made", "false")
                        .param("columns[0].name", "Colour")
                        .param("columns[0].kind", "TEXT")
                        .with(csrf())
                        .with(signedIn(admin)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("No column is ticked.")));
        assertThat(count("Colour")).isZero();
        mvc.perform(post("/imports/" + id + "/fields")
                        .param("columns[0].at", "1")
                        .param("columns[0].made", "true")
                        .param("columns[0].name", "Colour")
                        .param("columns[0].kind", "TEXT")
                        .with(csrf())
                        .with(signedIn(admin)))
                .andExpect(redirectedUrl("/imports/" + id + "/columns"));
        assertThat(count("Colour")).isOne();
        assertThat(imports.find(admin, id).plan().columns())
                .containsEntry("name", 0)
                .containsEntry("customColour", 1)
                .doesNotContainValue(2);
    }

    @Test
    void whoMayAddNoFieldsIsNotOfferedAny() throws Exception {
        Viewer importer = accounts.allowed("exchange.import.run", "customer.customer.create", "customer.customer.view");
        long id = imports.start(
                importer,
                "customer",
                "file.csv",
                new ByteArrayInputStream("name,Colour\nAcme,red\n".getBytes(StandardCharsets.UTF_8)));
        mvc.perform(get("/imports/" + id + "/columns").with(signedIn(importer)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Make a field of the column"))));
        mvc.perform(get("/imports/" + id + "/fields").with(signedIn(importer))).andExpect(status().isNotFound());
        mvc.perform(post("/imports/" + id + "/fields")
                        .param("columns[0].at", "1")
                        .param("columns[0].made", "true")
                        .param("columns[0].name", "Colour")
                        .param("columns[0].kind", "TEXT")
                        .with(csrf())
                        .with(signedIn(importer)))
                .andExpect(status().isNotFound());
        assertThat(count("Colour")).isZero();
    }

    @Test
    void aFieldThatIsRetiredIsLeftOutOfTheNextFileOfItsKind() throws IOException {
        long id = upload("name,Colour\nAcme,red\n");
        assertThat(fields.make(admin, id, fields.page(admin, id).proposed())).isOne();
        moveIn.finish(admin, moveIn.ready(admin, id));
        assertThat(imports.find(admin, upload("name,Colour\nOther,blue\n"))
                        .plan()
                        .columns())
                .containsKey("customColour");
        database.sql("delete from custom_field where name = 'Colour'").update();
        refreshed();
        assertThat(imports.find(admin, upload("name,Colour\nThird,blue\n"))
                        .plan()
                        .columns())
                .containsOnlyKeys("name");
    }

    /** The memory of fields is dropped with a change of any. */
    private void refreshed() {
        long other = upload("name,Size\nAcme,5\n");
        fields.make(admin, other, fields.page(admin, other).proposed());
        assertThat(custom.of("customer")).noneMatch(field -> field.key().equals("colour"));
    }

    private long count(String name) {
        return database.sql("select count(*) from custom_field where name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    private long upload(String text) {
        return imports.start(
                admin, "customer", "file.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void kindsFollowFromWhatStandsThere() {
        ColumnKinds kinds =
                new ColumnKinds(imports.find(admin, upload("name\nAcme\n")).format());
        assertThat(kinds.kind(List.of())).isEqualTo(FieldKind.TEXT);
        assertThat(kinds.kind(List.of("1", "0", "1"))).isEqualTo(FieldKind.YES_NO);
        assertThat(kinds.kind(List.of("1", "0", "2"))).isEqualTo(FieldKind.NUMBER);
        assertThat(kinds.kind(List.of("-1.5", "1,000"))).isEqualTo(FieldKind.NUMBER);
        assertThat(kinds.kind(List.of("2026-01-31", "2026-02-01"))).isEqualTo(FieldKind.DATE);
        assertThat(kinds.kind(List.of("a", "b", "a", "b", "a", "b", "a", "b", "a", "b")))
                .isEqualTo(FieldKind.CHOICE);
        assertThat(kinds.kind(List.of("a", "b", "a", "c"))).isEqualTo(FieldKind.TEXT);
        assertThat(kinds.kind(List.of("是", "否"))).isEqualTo(FieldKind.YES_NO);
    }
}
