package org.triviumcrm.exchange.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.exchange.file.UnreadableFile;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Files as other programs write them, and files that are none: read, or refused with a reason. */
@IntegrationTest
class OddFilesTests {

    private static final String BOM = "\uFEFF";

    @Autowired
    MoveIn moveIn;

    @Autowired
    ImportService imports;

    @Autowired
    ImportReport report;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    Viewer admin;

    @BeforeEach
    void administrator() {
        admin = accounts.administrator();
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, true, ','",
        "UTF-8, false, ';'",
        "GB18030, false, ','",
        "GBK, false, ';'",
        "UTF-16LE, true, ','",
        "UTF-16LE, false, ';'",
        "UTF-16BE, true, ';'"
    })
    void encodingsAndSeparatorsAreSeen(String encoding, boolean mark, String between) {
        assertChineseCustomers(encoding, mark, between);
    }

    @Test
    void tabsAreSeenInWhateverEncoding() {
        for (String encoding : List.of("UTF-8", "GBK", "UTF-16LE")) {
            assertChineseCustomers(encoding, encoding.startsWith("UTF"), "\t");
        }
    }

    private void assertChineseCustomers(String encoding, boolean mark, String between) {
        jdbc.sql("delete from customer").update();
        String text =
                (mark ? BOM : "") + "客户名称,城市,备注\n\"上海\n贸易\"\"有限\"\"公司\",上海,重要客户，一级\n北京食品集团,北京,\n".replace(",", between);
        start("a.csv", text.getBytes(Charset.forName(encoding)));
        assertThat(jdbc.sql("select name || '/' || city || '/' || coalesce(note, '-') from customer order by id")
                        .query(String.class)
                        .list())
                .containsExactly("上海\n贸易\"有限\"公司/上海/重要客户，一级", "北京食品集团/北京/-");
    }

    @Test
    void filesWithoutATableAreRefusedWithTheReason() throws IOException {
        byte[] picture = new byte[5_000];
        new Random(1).nextBytes(picture);
        assertRefused("picture.csv", picture, "exchange.failure.binary");
        assertRefused("nothing.csv", new byte[0], "exchange.failure.empty");
        assertRefused("blank.csv", (BOM + "\n \n\n").getBytes(StandardCharsets.UTF_8), "exchange.failure.empty");
        assertRefused("mark.csv", BOM.getBytes(StandardCharsets.UTF_8), "exchange.failure.empty");
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("letter.txt"));
            zip.write(picture);
        }
        assertRefused("archive.xlsx", archive.toByteArray(), "exchange.failure.unreadable");
        byte[] half = new byte[100];
        System.arraycopy(archive.toByteArray(), 0, half, 0, half.length);
        assertRefused("half.xlsx", half, "exchange.failure.unreadable");
    }

    private void assertRefused(String name, byte[] file, String reason) {
        assertThatThrownBy(() -> imports.start(admin, "customer", name, new ByteArrayInputStream(file)))
                .as(name)
                .isInstanceOf(UnreadableFile.class)
                .hasMessage(reason);
    }

    @Test
    void aHeaderAloneBringsNothingAndAWrongOneIsStoppedAtItsColumns() {
        assertThat(start("a.csv", "name,city\n".getBytes(StandardCharsets.UTF_8)))
                .satisfies(file -> assertThat(file.total()).isZero());
        byte[] wrong = "foo,bar\nA,Rome\nB,Oslo\n".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> start("b.csv", wrong)).isInstanceOf(NothingFits.class);
    }

    @Test
    void aWorkbookBringsItsDatesNumbersAndTheResultsOfItsFormulas() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Contacts");
            String[] head = {"name", "reference", "birthday", "job title", "note"};
            for (int at = 0; at < head.length; at++) {
                sheet.value(0, at, head[at]);
            }
            sheet.value(1, 0, "=1+1 is a name");
            sheet.value(1, 1, 1001);
            sheet.value(1, 2, LocalDate.of(1990, 2, 28));
            sheet.style(1, 2).format("yyyy-mm-dd").set();
            sheet.value(1, 3, "销售\n经理");
            sheet.value(1, 4, 0.1 + 0.2);
        }
        moveInContacts(file.toByteArray());
        assertThat(jdbc.sql("select name || '/' || reference || '/' || birthday || '/' || job_title from contact")
                        .query(String.class)
                        .single())
                .isEqualTo("=1+1 is a name/1001/1990-02-28/销售\n经理");
    }

    private void moveInContacts(byte[] file) {
        long id = imports.start(admin, "contact", "contacts.xlsx", new ByteArrayInputStream(file));
        moveIn.finish(admin, moveIn.ready(admin, id));
    }

    /** What would be a formula is guarded in the file of refused rows, and comes back as it was. */
    @Test
    void formulasAreHarmlessInTheErrorFileAndComeBackAsTheyWere() throws IOException {
        DataImport file = start(
                "a.csv",
                "name,note,employees\n=HYPERLINK(1),+86 10,x\n\"'=SUM(1)\",@home,-5\n'=good,'+86 10,5\n"
                        .getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        report.write(admin, file.id(), errors);
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .contains("'=HYPERLINK(1),'+86 10,x,2,")
                .contains("'=SUM(1),'@home,-5,3,");
        assertThat(jdbc.sql("select name || '/' || note from customer")
                        .query(String.class)
                        .single())
                .isEqualTo("=good/+86 10");
    }

    private DataImport start(String name, byte[] file) {
        long id = imports.start(admin, "customer", name, new ByteArrayInputStream(file));
        return moveIn.finish(admin, moveIn.ready(admin, id));
    }
}
