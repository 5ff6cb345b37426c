package org.triviumcrm.sales.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.sales.quote.QuoteSample.SERVER;
import static org.triviumcrm.sales.quote.QuoteSample.SUPPORT;
import static org.triviumcrm.sales.quote.QuoteSample.line;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.messaging.OutsideLetter;
import org.triviumcrm.sales.line.LineKind;
import org.triviumcrm.sales.line.SaveLine;
import org.triviumcrm.sales.quote.QuoteLifeService;
import org.triviumcrm.sales.quote.QuoteSample;
import org.triviumcrm.sales.quote.QuoteService;
import org.triviumcrm.sales.quote.SaveQuote;
import org.triviumcrm.sales.release.IllegalPaper;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Quotes as papers in either language, and how they reach the customer. */
@IntegrationTest
class QuotePapersTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    QuoteService quotes;

    @Autowired
    QuoteLifeService life;

    @Autowired
    QuoteLetters letters;

    @Autowired
    EntityManager entities;

    private Viewer administrator;
    private Viewer seller;
    private QuoteSample sample;

    @BeforeEach
    void company() {
        administrator = accounts.administrator();
        database.sql("""
                        insert into company (name, currency, locale, time_zone, created_at, updated_at)
                        values ('Acme', 'USD', 'en', 'UTC', now(), now())""").update();
        events.publishEvent(new CompanySetUp("Acme", "USD", Locale.ENGLISH, ZoneId.of("UTC"), false, administrator));
        seller = accounts.representative(accounts.team("West", null));
        sample = new QuoteSample(database, seller);
        sample.found();
    }

    @Test
    void theFileSaysWhatTheQuoteSaysAndStaysTheSame() throws Exception {
        letterhead();
        SaveLine option = line(null, "1", "1200.5", null);
        option.setOptional(true);
        SaveQuote quote = sample.quote(
                section("Machines"),
                line(SERVER, "2", "95", "10"),
                section("Services"),
                line(SUPPORT, "4", "20.5", null),
                option);
        quote.setIntroduction("As we discussed");
        quote.setTerms("30 days net");
        quote.setDiscountValue(new java.math.BigDecimal("5"));
        long id = quotes.create(seller, quote);
        refused(id);
        life.release(seller, id);
        entities.flush();

        byte[] pdf = download(id);
        // 171 + 82 = 253, less 5 %
        assertThat(text(pdf))
                .contains("Acme Ltd", "VAT 123", "Northwind 北风", "Anna Berg", "1 Quay Street")
                .contains("Quote Q-", "Servers for Lyon", "As we discussed", "30 days net", "Registered in Leeds")
                .contains("Machines", "171.00 USD", "10%", "Services", "82.00 USD", "1,200.50 USD", "(optional)")
                .contains("Sum of the lines 253.00 USD", "− 12.65 USD", "Net 240.35 USD")
                .contains("Tax 20% of 240.35 USD 48.07 USD", "Total 288.42 USD");
        assertThat(images(pdf)).isEqualTo(1);
        assertThat(download(id))
                .as("the same file, not another one that says the same")
                .isEqualTo(pdf);
        database.sql("update customer set address = '9 Other Street'").update();
        assertThat(download(id)).isEqualTo(pdf);
    }

    @Test
    void aChineseCustomerReadsChinese() throws Exception {
        SaveQuote quote = sample.quote(line(SERVER, "2", "95", null));
        quote.setLanguage("zh-CN");
        quote.setGross(true);
        quote.setCurrency("CNY");
        database.sql("insert into currency_rate (currency, valid_from, rate) values ('CNY', '2020-01-01', 0.14)")
                .update();
        long id = quotes.create(seller, quote);
        life.release(seller, id);
        entities.flush();
        assertThat(text(download(id)).replace(" ", ""))
                .contains("报价单", "有效期至", "含税金额", "190.00CNY", "不含税金额158.33CNY", "税额（158.33CNY×20%）31.67CNY");
        assertThat(mvc.perform(get("/sales/quotes/{id}/paper", id).with(signedIn(seller)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("含税金额");
    }

    @Test
    void aLetterTakesThePaperAlongAsLongAsItMayLeave() throws Exception {
        long id = quotes.create(seller, sample.quote(line(SERVER, "2", "95", null)));
        assertThat(page("/sales/quotes/" + id + "/letters/new")).contains("anna@northwind.example", "Dear Anna Berg");
        send(id);
        assertThat(count("quote_letter")).as("not released").isZero();
        life.release(seller, id);
        entities.flush();
        send(id);
        entities.flush();
        assertThat(database.sql("select state from quote where id = " + id)
                        .query(String.class)
                        .single())
                .isEqualTo("SENT");
        assertThat(count("outbox_mail")).isEqualTo(1);
        long letter =
                database.sql("select id from quote_letter").query(Long.class).single();
        OutsideLetter written = letters.letter(letter).orElseThrow();
        assertThat(written.subject()).isEqualTo("Our quote");
        assertThat(written.enclosures().get(0).name()).startsWith("Quote Q-").endsWith(".pdf");
        assertThat(written.enclosures().get(0).content().getInputStream().readAllBytes())
                .isEqualTo(download(id));
        assertThat(page("/sales/quotes/" + id + "/letters")).contains("anna@northwind.example");

        long newer = quotes.revise(seller, id);
        assertThat(letters.letter(letter)).isPresent();
        life.release(seller, newer);
        entities.flush();
        assertThat(letters.letter(letter))
                .as("it does not leave after it was replaced")
                .isEmpty();
        assertThat(page("/sales/quotes/" + id + "/letters")).contains("Kept back");
        assertThat(letters.letter(letter)).isEmpty();
        assertThat(database.sql(
                                "select count(*) from notice where message = 'sales.letter.notice.withdrawn' and person_id = "
                                        + seller.personId())
                        .query(Long.class)
                        .single())
                .as("who has sent it is told once")
                .isEqualTo(1);
        letters.failed(letter);
        assertThat(page("/sales/quotes/" + id + "/letters")).contains("Not delivered");
        assertThat(database.sql("select link from notice where person_id = " + seller.personId())
                        .query(String.class)
                        .list())
                .contains("/sales/quotes/" + id);
    }

    @Test
    void aPriceIsAskedForTheNumberThatWasTyped() throws Exception {
        database.sql("""
                        insert into price_list (id, name, currency, gross, valid_from, position, active, created_at, updated_at)
                        values (990001, 'Large numbers', 'USD', false, '2020-01-01', 1, true, now(), now())""").update();
        database.sql("""
                        insert into price (id, price_list_id, product_id, min_quantity, amount, created_at, updated_at)
                        values (990001, 990001, :server, 1, 99, now(), now()), (990002, 990001, :server, 1000, 70, now(), now())""").param("server", SERVER).update();
        assertThat(mvc.perform(post("/sales/quotes/prices")
                                .param("customerId", "" + QuoteSample.CUSTOMER)
                                .param("language", "en")
                                .param("currency", "USD")
                                .param("quotedOn", "2026-11-29")
                                .param("product", "" + SERVER)
                                .param("count", "1,000")
                                .with(csrf())
                                .with(signedIn(seller)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("\"price\":70,", "Large numbers");
    }

    @Test
    void whatIsChangedAfterItsReleaseLosesItsFile() throws Exception {
        long id = quotes.create(seller, sample.quote(line(SERVER, "2", "95", null)));
        life.release(seller, id);
        entities.flush();
        byte[] left = download(id);
        assertThat(count("quote_paper")).isEqualTo(1);
        life.withdraw(seller, id);
        entities.flush();
        assertThat(count("quote_paper")).isZero();
        refused(id);

        // what it said is read in the house, by whoever sees the quote
        long former = database.sql("select id from quote_former_paper")
                .query(Long.class)
                .single();
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(left));
        assertThat(page("/sales/quotes/" + id + "/letters"))
                .contains("Former papers", "Released ", seller.name(), hash, "/former-papers/" + former);
        String file = "/sales/quotes/" + id + "/former-papers/" + former;
        assertThat(mvc.perform(get(file).with(signedIn(seller)))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .isEqualTo(left);
        Viewer stranger = accounts.representative(accounts.team("East", null));
        mvc.perform(get(file).with(signedIn(stranger))).andExpect(status().isNotFound());
        long other = quotes.create(seller, sample.quote(line(SERVER, "2", "95", null)));
        mvc.perform(get("/sales/quotes/" + other + "/former-papers/" + former).with(signedIn(seller)))
                .andExpect(status().isNotFound());

        life.release(seller, id);
        entities.flush();
        download(id);
        life.withdraw(seller, id);
        entities.flush();
        assertThat(count("quote_former_paper")).as("each that has left").isEqualTo(2);
        assertThatThrownBy(() -> quotes.delete(administrator, id))
                .as("what has left is no draft to be thrown away")
                .isInstanceOf(IllegalPaper.class);
        assertThat(count("quote_former_paper")).isEqualTo(2);
    }

    private void letterhead() throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 10, BufferedImage.TYPE_INT_RGB), "png", png);
        mvc.perform(multipart("/administration/letterhead")
                        .file(new MockMultipartFile("logo", "logo.png", null, png.toByteArray()))
                        .param("name", "Acme Ltd")
                        .param("taxNumber", "VAT 123")
                        .param("footer", "Registered in Leeds")
                        .with(csrf())
                        .with(signedIn(administrator)))
                .andExpect(header().string("Location", "/administration/letterhead"));
        mvc.perform(multipart("/administration/letterhead")
                        .file(new MockMultipartFile("logo", "logo.svg", null, "<svg/>".getBytes()))
                        .with(csrf())
                        .with(signedIn(administrator)))
                .andExpect(status().isUnprocessableContent());
    }

    private static SaveLine section(String words) {
        SaveLine line = new SaveLine();
        line.setKind(LineKind.SECTION);
        line.setWords(words);
        return line;
    }

    private void refused(long id) throws Exception {
        mvc.perform(get("/sales/quotes/{id}/paper.pdf", id).with(signedIn(seller)))
                .andExpect(header().string("Location", "/sales/quotes/" + id));
    }

    private void send(long id) throws Exception {
        mvc.perform(post("/sales/quotes/{id}/letters", id)
                .param("address", "anna@northwind.example")
                .param("subject", "Our quote")
                .param("text", "Here it is")
                .with(csrf())
                .with(signedIn(seller)));
    }

    private byte[] download(long id) throws Exception {
        return mvc.perform(get("/sales/quotes/{id}/paper.pdf", id).with(signedIn(seller)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private String page(String url) throws Exception {
        return mvc.perform(get(url).with(signedIn(seller)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String text(byte[] bytes) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    private static int images(byte[] bytes) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            int images = 0;
            for (var name : pdf.getPage(0).getResources().getXObjectNames()) {
                images += pdf.getPage(0).getResources().isImageXObject(name) ? 1 : 0;
            }
            return images;
        }
    }

    private long count(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }
}
