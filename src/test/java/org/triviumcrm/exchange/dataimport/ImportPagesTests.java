package org.triviumcrm.exchange.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.exchange.file.FileFormat;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

@IntegrationTest
class ImportPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    MoveIn moveIn;

    @Autowired
    Accounts accounts;

    @Autowired
    ImportService imports;

    Viewer admin;

    @BeforeEach
    void administrator() {
        admin = accounts.administrator();
    }

    @Test
    void offersWhatCanBeImported() throws Exception {
        mvc.perform(get("/imports").with(signedIn(admin)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("People and teams")));
    }

    @Test
    void isRefusedToWhoeverMayNotImport() throws Exception {
        mvc.perform(get("/imports").with(signedIn(accounts.representative(null))))
                .andExpect(status().isForbidden());
    }

    @Test
    void anUnreadableFileIsSaidSo() throws Exception {
        mvc.perform(multipart("/imports")
                        .file(new MockMultipartFile("file", "empty.csv", "text/csv", new byte[0]))
                        .param("target", "customer")
                        .with(csrf())
                        .with(signedIn(admin)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("The file is empty.")));
    }

    @Test
    void showsTheColumnsAsGuessed() throws Exception {
        long id = moveIn.upload(admin, "opportunity", "sales_pipeline.csv");
        mvc.perform(get("/imports/" + id + "/columns").with(signedIn(admin)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("deal_stage")))
                .andExpect(content().string(containsString("GTX Plus Basic")));
    }

    /** A browser sends every field of the form, the empty ones too. */
    @Test
    void columnsLeftOutAndValuesNotGivenArriveAsNothing() throws Exception {
        long id = moveIn.upload(admin, "product", "products.csv");
        mvc.perform(post("/imports/" + id + "/columns")
                        .param("columns[0].field", "name")
                        .param("columns[0].mode", "OVERWRITE")
                        .param("columns[0].key", "true")
                        .param("columns[1].field", "")
                        .param("columns[1].mode", "OVERWRITE")
                        .param("columns[2].field", "listPrice")
                        .param("columns[2].mode", "KEEP")
                        .param("columns[2].factor", "1000")
                        .param("fixed[reference]", "")
                        .param("fixed[currency]", " EUR ")
                        .with(csrf())
                        .with(signedIn(admin)))
                .andExpect(redirectedUrl("/imports/" + id));
        assertThat(imports.find(admin, id).plan()).satisfies(plan -> {
            assertThat(plan.columns()).containsOnlyKeys("name", "listPrice");
            assertThat(plan.fixed()).containsExactly(Map.entry("currency", "EUR"));
            assertThat(plan.keyFields()).containsExactly("name");
        });
    }

    @Test
    void theFileIsReadAnotherWayOnRequest() throws Exception {
        long id = moveIn.upload(admin, "product", "products.csv");
        mvc.perform(post("/imports/" + id + "/format")
                        .param("encoding", "GB18030")
                        .param("delimiter", "tab")
                        .param("quote", "")
                        .param("_header", "on")
                        .param("decimalMark", ",")
                        .param("dateOrder", "MDY")
                        .param("nullWords", "")
                        .with(csrf())
                        .with(signedIn(admin)))
                .andExpect(redirectedUrl("/imports/" + id + "/columns"));
        assertThat(imports.find(admin, id).format())
                .isEqualTo(new FileFormat("csv", "GB18030", "\t", "", false, ",", FileFormat.DateOrder.MDY, List.of()));
        mvc.perform(get("/imports/" + id + "/columns").with(signedIn(admin)))
                .andExpect(content().string(containsString("<option value=\"tab\" selected=\"selected\">")));
    }

    @Test
    void twoColumnsForOneFieldAreRefused() throws Exception {
        long id = moveIn.upload(admin, "product", "products.csv");
        mvc.perform(post("/imports/" + id + "/columns")
                        .param("columns[0].field", "name")
                        .param("columns[1].field", "name")
                        .with(csrf())
                        .with(signedIn(admin)))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void showsQuestionsSummaryAndResult() throws Exception {
        String file = "opportunity_id,sales_agent,deal_stage,amount\nA1,Nobody Known,Won,7\nA2," + admin.name()
                + ",Won,x\nA3," + admin.name() + ",Won,9\n";
        long id = upload("opportunity", file);
        moveIn.toQuestions(admin, id);
        mvc.perform(get("/imports/" + id).with(signedIn(admin)))
                .andExpect(redirectedUrl("/imports/" + id + "/questions"));
        mvc.perform(get("/imports/" + id + "/questions").with(signedIn(admin)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Nobody Known")));
        moveIn.ready(admin, id);
        mvc.perform(get("/imports/" + id).with(signedIn(admin)))
                .andExpect(content().string(containsString("Import now")))
                .andExpect(content().string(containsString("is no number")));
        moveIn.finish(admin, id);
        mvc.perform(get("/imports/" + id).with(signedIn(admin)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Take this import back")));
        mvc.perform(get("/imports/" + id + "/errors.csv").with(signedIn(admin)))
                .andExpect(content().string(containsString("A2," + admin.name() + ",Won,x,3,")));
        mvc.perform(get("/imports/" + id).with(signedIn(accounts.nobody()))).andExpect(status().isForbidden());
    }

    @Test
    void listsEveryRecordThatCameInPieceByPiece() throws Exception {
        long people = moveIn.resource(admin, "person", "sales_teams.csv").id();
        mvc.perform(get("/imports/" + people + "/records").param("type", "team").with(signedIn(admin)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Dustin Brinkmann")))
                .andExpect(content().string(not(containsString("Darcel Schlecht"))));
        long customers = moveIn.resource(admin, "customer", "accounts.csv").id();
        Set<String> seen = new HashSet<>();
        String next = "/imports/" + customers + "/records?type=customer";
        for (int pages = 0; next != null; pages++) {
            assertThat(pages).isLessThan(2);
            String page = mvc.perform(get(next).with(signedIn(admin)))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            Matcher record = Pattern.compile("href=\"(/customers/\\d+)\"").matcher(page);
            while (record.find()) {
                assertThat(seen.add(record.group(1))).isTrue();
            }
            Matcher more = Pattern.compile("href=\"([^\"]*after=[^\"]*)\"").matcher(page);
            next = more.find() ? more.group(1).replace("&amp;", "&") : null;
        }
        assertThat(seen).hasSize(85);
        mvc.perform(get("/imports/" + customers + "/records").with(signedIn(accounts.nobody())))
                .andExpect(status().isForbidden());
    }

    private long upload(String target, String content) throws Exception {
        byte[] bytes = content.getBytes(java.nio.charset.StandardCharsets.UTF_8);
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
