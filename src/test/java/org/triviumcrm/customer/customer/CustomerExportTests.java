package org.triviumcrm.customer.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** What the files of a list hold. */
@IntegrationTest
class CustomerExportTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    private Viewer manager;

    @BeforeEach
    void rows() {
        manager = accounts.administrator();
        add(1, "=HYPERLINK(\"http://bad\")", "Retail");
        add(2, "北京 \"Quoted\", Ltd", "Retail");
        add(3, "Elsewhere", "Banking");
    }

    private void add(long id, String name, String industry) {
        jdbc.sql("insert into customer (id, name, industry, annual_revenue, currency, created_at, updated_at) values"
                        + " (?, ?, ?, 1234567.5, 'CNY', '2026-01-02T03:04:05Z', now())")
                .params(930_000_000L + id, name, industry)
                .update();
    }

    @Test
    void csvHoldsExactlyTheFilteredRowsInOrderWithoutFormulas() throws Exception {
        String csv = csv("/lists/customer/export.csv?f.industry=Retail&sort=name&columns=name,annualRevenue,createdAt");
        assertThat(csv)
                .isEqualTo("Name,Annual revenue,Annual revenue (currency),Created\r\n"
                        + "\"'=HYPERLINK(\"\"http://bad\"\")\",1234567.50,CNY,2026-01-02 03:04:05\r\n"
                        + "\"北京 \"\"Quoted\"\", Ltd\",1234567.50,CNY,2026-01-02 03:04:05\r\n");
    }

    @Test
    void csvForExcelBeginsWithAByteOrderMark() throws Exception {
        assertThat(csv("/lists/customer/export.csv?bom=true&columns=name")).startsWith("\uFEFFName\r\n");
    }

    @Test
    void xlsxHoldsTextsAsTextsAndNumbersAsNumbers() throws Exception {
        byte[] file = mvc.perform(
                        get("/lists/customer/export.xlsx?f.industry=Retail&sort=name&columns=name,annualRevenue")
                                .with(signedIn(manager)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(3);
            assertThat(rows.get(1).getCellText(0)).isEqualTo("=HYPERLINK(\"http://bad\")");
            assertThat(rows.get(2).getCellAsNumber(1))
                    .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo("1234567.5"));
        }
    }

    @Test
    void theFileIsNamedByNounAndDay() throws Exception {
        String header = mvc.perform(get("/lists/customer/export.csv").with(signedIn(manager)))
                .andReturn()
                .getResponse()
                .getHeader("Content-Disposition");
        assertThat(header).containsPattern("customers-\\d{4}-\\d\\d-\\d\\d\\.csv");
    }

    @Test
    void isRefusedWithoutThePermission() throws Exception {
        mvc.perform(get("/lists/customer/export.csv").with(signedIn(accounts.nobody())))
                .andExpect(status().isForbidden());
        mvc.perform(get("/lists/nonsense/export.csv").with(signedIn(manager))).andExpect(status().isForbidden());
    }

    private String csv(String address) throws Exception {
        return mvc.perform(get(address).with(signedIn(manager)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
