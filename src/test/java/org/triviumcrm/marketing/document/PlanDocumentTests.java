package org.triviumcrm.marketing.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** The plan of a campaign in either language, whichever its reader works in. */
@IntegrationTest
class PlanDocumentTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    private Viewer manager;
    private long id;

    @BeforeEach
    void aPlan() {
        company.found();
        company.endCase();
        manager = accounts.marketingManager();
        id = company.id("campaign");
        database.sql("""
                        update campaign set name = '春季巡展 Spring tour 喆', goal = '让华东客户了解新品 & <more>', region = '华东', budget = 1500, base_budget = 1500,
                            expected_participants = 1200, expected_opportunities = 40, expected_revenue = 6000, base_expected_revenue = 6000 where id = ?""").param(id).update();
        database.sql(
                        "insert into campaign_budget_line (campaign_id, position, category_id, amount, note) values (?, 0, ?, 1500, '两天场地')")
                .params(id, company.id("cost_category"))
                .update();
    }

    @Test
    void isADocumentInChineseWithItsFigures() throws Exception {
        MockHttpServletResponse answer = pdf("zh-CN");
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        String text = text(answer);
        assertThat(text)
                .contains("营销活动方案", "春季巡展 Spring tour 喆", "让华东客户了解新品 & <more>", "华东", "两天场地", "预算", "合计")
                .contains("1,500", "6,000", "1,200", "40", "300%");
    }

    @Test
    void isADocumentInEnglishForTheSameReader() throws Exception {
        assertThat(text(pdf("en")))
                .contains(
                        "Campaign plan", "春季巡展", "Expected participants", "$1,500", "$6,000", "Expected return", "300%")
                .doesNotContain("营销活动方案");
    }

    @Test
    void itsLettersAreInTheFile() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(pdf("zh-CN").getContentAsByteArray())) {
            int fonts = 0;
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded())
                            .as(page.getResources().getFont(name).getName())
                            .isTrue();
                    fonts++;
                }
            }
            assertThat(fonts).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void aPageShowsTheSame() throws Exception {
        String page = mvc.perform(get("/marketing/campaigns/" + id + "/document?language=zh-CN")
                        .with(signedIn(manager)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("lang=\"zh-CN\"", "预期成果", "document.pdf?language=zh-CN", "Download as PDF");
    }

    @Test
    void namesWhoDecided() throws Exception {
        database.sql("update approval_case set subject_type = 'campaign', subject_id = ?")
                .param(id)
                .update();
        database.sql(
                        "update approval_task set state = 'APPROVED', decided_by = person_id, closed_at = now(), comment = '同意，注意成本'")
                .update();
        assertThat(text(pdf("zh-CN"))).contains("审批记录", "同意，注意成本");
    }

    private MockHttpServletResponse pdf(String language) throws Exception {
        return mvc.perform(get("/marketing/campaigns/" + id + "/document.pdf")
                        .param("language", language)
                        .with(signedIn(manager)))
                .andExpect(status().isOk())
                .andExpect(header().exists("Content-Disposition"))
                .andReturn()
                .getResponse();
    }

    private static String text(MockHttpServletResponse answer) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(answer.getContentAsByteArray())) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
