package org.triviumcrm.exchange.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Where an import may go from the step it is at: not on with columns that fit nothing, and once more after an undo. */
@IntegrationTest
class ImportStepsTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    MoveIn moveIn;

    @Autowired
    Accounts accounts;

    @Autowired
    ImportService imports;

    @Autowired
    ImportRunner runner;

    @Autowired
    JdbcClient database;

    Viewer admin;

    @BeforeEach
    void administrator() {
        admin = accounts.administrator();
    }

    @Test
    void aFileThatFitsNothingDoesNotGetPastItsColumns() throws Exception {
        long id = upload("customer", "foo,bar\n1,2\n");
        mvc.perform(get("/imports/" + id + "/columns").with(signedIn(admin)))
                .andExpect(content().string(containsString("No row can come in like this.")))
                .andExpect(content().string(containsString("<li>Name</li>")));
        mvc.perform(post("/imports/" + id + "/columns")
                        .param("columns[0].field", "")
                        .param("columns[1].field", "city")
                        .with(csrf())
                        .with(signedIn(admin)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("No column goes to Name, and without it")));
        assertThat(imports.find(admin, id).state()).isEqualTo(ImportState.MAPPING);
        mvc.perform(post("/imports/" + id + "/columns")
                        .param("columns[0].field", "name")
                        .with(csrf())
                        .with(signedIn(admin)))
                .andExpect(redirectedUrl("/imports/" + id));
    }

    @Test
    void whoeverBeganItIsToldHowItEnded() throws Exception {
        DataImport done = moveIn.text(admin, "customer", "name,employees\nAcme,5\nOther,x\n");
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        mvc.perform(get("/notices").with(signedIn(admin)))
                .andExpect(content()
                        .string(containsString(
                                "Your import “file.csv” is finished: 1 created, 0 changed, 1 row left out")));

        long broken = moveIn.checked(admin, "customer", "name\nThird\n");
        runner.fail(broken);
        mvc.perform(get("/notices").with(signedIn(admin)))
                .andExpect(content().string(containsString("Your import “file.csv” could not be finished")));
        assertThat(database.sql("select link from notice order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("/imports/" + broken);
    }

    @Test
    void aFileThatCanOnlyChangeRecordsSaysSo() throws Exception {
        long id = upload("opportunity", "reference,amount\nA1,5\n");
        mvc.perform(get("/imports/" + id + "/columns").with(signedIn(admin)))
                .andExpect(content().string(containsString("Only records that are there already can be changed")))
                .andExpect(content().string(containsString("<li>Stage</li>")));
        moveIn.ready(admin, id);
        assertThat(imports.find(admin, id).state()).isEqualTo(ImportState.READY);
    }

    @Test
    void anImportThatWasTakenBackStartsAgainWithItsFileAndColumns() throws Exception {
        DataImport first = moveIn.resource(admin, "product", "products.csv");
        moveIn.undo(admin, first.id());
        mvc.perform(get("/imports/" + first.id()).with(signedIn(admin)))
                .andExpect(content().string(containsString("Start again with this file")));
        String url = mvc.perform(post("/imports/" + first.id() + "/repetition")
                        .with(csrf())
                        .with(signedIn(admin)))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        long again = Long.parseLong(String.valueOf(url).replaceAll("\\D", ""));
        assertThat(imports.find(admin, again)).satisfies(file -> {
            assertThat(file.id()).isGreaterThan(first.id());
            assertThat(file.fileName()).isEqualTo("products.csv");
            assertThat(file.sizeBytes()).isEqualTo(first.sizeBytes());
            assertThat(file.plan().columns()).isEqualTo(first.plan().columns());
        });
        moveIn.ready(admin, again);
        assertThat(moveIn.finish(admin, again).summary()).isEqualTo(first.summary());
    }

    private long upload(String target, String content) throws Exception {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        String url = mvc.perform(multipart("/imports")
                        .file(new MockMultipartFile("file", "file.csv", "text/csv", bytes))
                        .param("target", target)
                        .with(csrf())
                        .with(signedIn(admin)))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return Long.parseLong(String.valueOf(url).replaceAll("\\D", ""));
    }
}
