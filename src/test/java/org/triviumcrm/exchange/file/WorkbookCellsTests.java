package org.triviumcrm.exchange.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What the cells of a workbook hold, as spreadsheet programs write them: what counts is the value, not how it looks. */
class WorkbookCellsTests {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String MAIN = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = " xmlns=\"http://schemas.openxmlformats.org/package/2006/";

    /** Places in the list of cell formats below. */
    private static final int PLAIN = 0;

    private static final int DATE = 1;
    private static final int DATE_TIME = 2;
    private static final int MONEY = 3;
    private static final int PERCENT = 4;
    private static final int GERMAN_DATE = 5;
    private static final int DAYS = 6;
    private static final int EXPONENT = 7;
    private static final int CHINESE_DATE = 8;

    private static final String STYLES = XML + "<styleSheet" + MAIN + "><numFmts count=\"4\">"
            + "<numFmt numFmtId=\"164\" formatCode=\"dd\\.mm\\.yyyy\"/>"
            + "<numFmt numFmtId=\"165\" formatCode=\"#,##0.0&quot; days, months&quot;\"/>"
            + "<numFmt numFmtId=\"166\" formatCode=\"0.00E+00\"/>"
            + "<numFmt numFmtId=\"167\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/>"
            + "</numFmts><cellXfs count=\"9\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/>"
            + "<xf numFmtId=\"4\"/><xf numFmtId=\"9\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>"
            + "<xf numFmtId=\"166\"/><xf numFmtId=\"167\"/></cellXfs></styleSheet>";

    @Test
    void datesAreDaysWhateverTheyLookLike() throws IOException {
        assertThat(row(
                        number(DATE, "46085"),
                        number(GERMAN_DATE, "46085"),
                        number(CHINESE_DATE, "46085"),
                        number(DATE_TIME, "46085.5"),
                        number(DATE, "46085.0")))
                .containsExactly("2026-03-04", "2026-03-04", "2026-03-04", "2026-03-04T12:00", "2026-03-04");
    }

    @Test
    void numbersAreNumbersWhateverTheyLookLike() throws IOException {
        assertThat(row(
                        number(PLAIN, "1234.5"),
                        number(MONEY, "1234.50"),
                        number(PERCENT, "0.25"),
                        number(DAYS, "46085"),
                        number(EXPONENT, "1.3800138E10"),
                        number(PLAIN, "1E-3"),
                        number(PLAIN, "-0"),
                        number(PLAIN, "0.30000000000000004"),
                        number(PLAIN, "1234567890123456789")))
                .containsExactly(
                        "1234.5", "1234.5", "0.25", "46085", "13800138000", "0.001", "0", "0.3", "1234567890123456789");
    }

    @Test
    void textsKeepTheirZerosAndBlanks() throws IOException {
        assertThat(row(shared(0), inline("00042"), inline("+44 020"), inline("1e5"), inline("2026-03-04")))
                .containsExactly("007", "00042", "+44 020", "1e5", "2026-03-04");
    }

    @Test
    void yesAndNoAreWords() throws IOException {
        assertThat(row("<v>1</v>|t=\"b\"", "<v>0</v>|t=\"b\"")).containsExactly("true", "false");
    }

    @Test
    void ofAFormulaItsLastResultCounts() throws IOException {
        assertThat(row(
                        "<f>B1*2</f><v>2469</v>|s=\"3\"",
                        "<f>A1&amp;\"!\"</f><v>Acme!</v>|t=\"str\"",
                        "<f>TODAY()</f><v>46085</v>|s=\"1\"",
                        "<f>1=1</f><v>1</v>|t=\"b\"",
                        "<f>\"00\"&amp;7</f><v>007</v>|t=\"str\"",
                        "<f>B1/0</f><v>#DIV/0!</v>|t=\"e\"",
                        "<f>NEVER()</f>|"))
                .containsExactly("2469", "Acme!", "2026-03-04", "true", "007", "#DIV/0!", "");
    }

    @Test
    void emptyRowsAreLeftOutAndGapsAreEmpty() throws IOException {
        byte[] book = workbook(Map.of(
                "Sheet1",
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Name</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>City</t></is></c>"
                        + "<c r=\"C1\" t=\"inlineStr\"><is><t>Code</t></is></c></row>"
                        + "<row r=\"2\"/><row r=\"3\"><c r=\"A3\"/><c r=\"B3\" t=\"inlineStr\"><is><t> </t></is></c></row>"
                        + "<row r=\"5\"><c r=\"A5\" t=\"inlineStr\"><is><t>Acme</t></is></c><c r=\"C5\"><v>7</v></c></row>"
                        + "<row r=\"9\"><c r=\"A9\" t=\"inlineStr\"><is><t>Brick</t></is></c></row>"));
        assertThat(read(book))
                .containsExactly(
                        new RawRow(1, List.of("Name", "City", "Code")),
                        new RawRow(5, List.of("Acme", "", "7")),
                        new RawRow(9, List.of("Brick", "", "")));
    }

    @Test
    void theFirstSheetCountsAndNoOther() throws IOException {
        Map<String, String> sheets = new LinkedHashMap<>();
        sheets.put("Customers", "<row r=\"1\">" + cell("A1", inline("First")) + "</row>");
        sheets.put("Old", "<row r=\"1\">" + cell("A1", inline("Second")) + "</row>");
        assertThat(read(workbook(sheets))).containsExactly(new RawRow(1, List.of("First")));
    }

    private static String number(int format, String value) {
        return "<v>" + value + "</v>|s=\"" + format + "\"";
    }

    private static String shared(int place) {
        return "<v>" + place + "</v>|t=\"s\"";
    }

    private static String inline(String text) {
        return "<is><t>" + text + "</t></is>|t=\"inlineStr\"";
    }

    private static String cell(String place, String content) {
        int bar = content.lastIndexOf('|');
        return "<c r=\"" + place + "\" " + content.substring(bar + 1) + ">" + content.substring(0, bar) + "</c>";
    }

    /** The texts of one row with these cells; an own last cell, so that empty ones before it count. */
    private static List<String> row(String... cells) throws IOException {
        StringBuilder xml = new StringBuilder("<row r=\"1\">");
        for (int at = 0; at < cells.length; at++) {
            xml.append(cell((char) ('A' + at) + "1", cells[at]));
        }
        xml.append(cell((char) ('A' + cells.length) + "1", inline("end"))).append("</row>");
        List<String> texts = new ArrayList<>(
                read(workbook(Map.of("Sheet1", xml.toString()))).get(0).cells());
        assertThat(texts.remove(texts.size() - 1)).isEqualTo("end");
        return texts;
    }

    private static List<RawRow> read(byte[] book) {
        FileFormat format = FormatDetector.detect("book.xlsx", book);
        List<RawRow> rows = new ArrayList<>();
        RowReader.read(new ByteArrayInputStream(book), format, rows::add);
        return rows;
    }

    private static byte[] workbook(Map<String, String> sheets) throws IOException {
        StringBuilder types = new StringBuilder(XML + "<Types" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + part("workbook", "sheet.main")
                + part("styles", "styles")
                + part("sharedStrings", "sharedStrings"));
        StringBuilder book = new StringBuilder(XML + "<workbook" + MAIN + " xmlns:r=\"" + DOCUMENT + "\"><sheets>");
        StringBuilder links = new StringBuilder(XML + "<Relationships" + PACKAGE + "relationships\">"
                + link("styles", "styles") + link("sharedStrings", "sharedStrings"));
        Map<String, String> files = new LinkedHashMap<>();
        int number = 0;
        for (Map.Entry<String, String> sheet : sheets.entrySet()) {
            number++;
            types.append(part("worksheets/sheet" + number, "worksheet"));
            book.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"worksheets/sheet%d\"/>"
                    .formatted(sheet.getKey(), number, number));
            links.append(link("worksheets/sheet" + number, "worksheet"));
            files.put(
                    "xl/worksheets/sheet" + number + ".xml",
                    XML + "<worksheet" + MAIN + "><sheetData>" + sheet.getValue() + "</sheetData></worksheet>");
        }
        files.put("[Content_Types].xml", types + "</Types>");
        files.put(
                "_rels/.rels",
                XML + "<Relationships" + PACKAGE + "relationships\"><Relationship Id=\"r\" Type=\"" + DOCUMENT
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        files.put("xl/workbook.xml", book + "</sheets></workbook>");
        files.put("xl/_rels/workbook.xml.rels", links + "</Relationships>");
        files.put("xl/styles.xml", STYLES);
        files.put("xl/sharedStrings.xml", XML + "<sst" + MAIN + "><si><t>007</t></si></sst>");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static String part(String name, String kind) {
        return "<Override PartName=\"/xl/" + name
                + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." + kind
                + "+xml\"/>";
    }

    private static String link(String name, String kind) {
        return "<Relationship Id=\"" + name + "\" Type=\"" + DOCUMENT + "/" + kind + "\" Target=\"" + name + ".xml\"/>";
    }
}
