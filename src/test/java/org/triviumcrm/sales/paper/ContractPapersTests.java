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
import static org.triviumcrm.sales.quote.QuoteSample.line;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Locale;
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
import org.triviumcrm.sales.contract.ContractLifeService;
import org.triviumcrm.sales.contract.ContractSample;
import org.triviumcrm.sales.contract.ContractService;
import org.triviumcrm.sales.contract.Renewal;
import org.triviumcrm.sales.contract.SaveContract;
import org.triviumcrm.sales.release.IllegalPaper;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Contracts as papers in either language, how they reach the customer, and the files that come back. */
@IntegrationTest
class ContractPapersTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    ContractService contracts;

    @Autowired
    ContractLifeService life;

    @Autowired
    ContractLetters letters;

    @Autowired
    EntityManager entities;

    private Viewer administrator;
    private Viewer seller;
    private ContractSample sample;

    @BeforeEach
    void company() {
        administrator = accounts.administrator();
        database.sql("""
                        insert into company (name, currency, locale, time_zone, created_at, updated_at)
                        values ('Acme', 'USD', 'en', 'UTC', now(), now())""").update();
        events.publishEvent(new CompanySetUp("Acme", "USD", Locale.ENGLISH, ZoneId.of("UTC"), false, administrator));
        seller = accounts.representative(accounts.team("West", null));
        sample = new ContractSample(database, seller);
        sample.quotes().found();
    }

    @Test
    void theFileSaysWhatIsAgreedAndWhoSigns() throws Exception {
        SaveContract input = input();
        input.setTerms("30 days net");
        long id = contracts.create(seller, input);
        mvc.perform(get("/sales/contracts/{id}/paper.pdf", id).with(signedIn(seller)))
                .andExpect(header().string("Location", "/sales/contracts/" + id));
        life.release(seller, id);
        entities.flush();
        byte[] pdf = download(id);
        assertThat(text(pdf))
                .contains("Contract C-", "Servers for Lyon", "Northwind 北风", "30 days net")
                .contains(
                        "Begins March 1, 2027",
                        "Ends February 29, 2028",
                        "Notice 30 days",
                        "Goes on by itself for 12 months")
                .contains("Net 190.00 USD", "Tax 20% of 190.00 USD 38.00 USD", "Total 228.00 USD")
                .contains("Acme Place, date, signature", "Anna Berg", "Head of purchasing");
        assertThat(download(id)).as("the same file").isEqualTo(pdf);
        life.withdraw(seller, id);
        entities.flush();
        assertThat(count("contract_paper")).isZero();
    }

    @Test
    void aChineseCustomerReadsChinese() throws Exception {
        SaveContract input = input();
        input.setLanguage("zh-CN");
        long id = contracts.create(seller, input);
        life.release(seller, id);
        entities.flush();
        assertThat(text(download(id)).replace(" ", ""))
                .contains("合同C-", "生效日期2027年3月1日", "到期日期2028年2月29日", "提前通知30天", "自动续期12个月", "签字（盖章）、日期");
        assertThat(page("/sales/contracts/" + id + "/paper")).contains("签字（盖章）、日期");
    }

    @Test
    void aLetterTakesThePaperAlongAndFilesComeBack() throws Exception {
        long id = contracts.create(seller, input());
        assertThat(page("/sales/contracts/" + id + "/letters/new"))
                .contains("anna@northwind.example", "Dear Anna Berg");
        send(id);
        assertThat(count("contract_letter")).as("not released").isZero();
        life.release(seller, id);
        entities.flush();
        send(id);
        entities.flush();
        long letter =
                database.sql("select id from contract_letter").query(Long.class).single();
        OutsideLetter written = letters.letter(letter).orElseThrow();
        assertThat(written.enclosures().get(0).content().getInputStream().readAllBytes())
                .isEqualTo(download(id));
        life.withdraw(seller, id);
        entities.flush();
        assertThat(letters.letter(letter)).as("it does not leave any more").isEmpty();

        mvc.perform(multipart("/sales/contracts/{id}/files", id)
                        .file(new MockMultipartFile("file", "signed.exe", null, new byte[] {65}))
                        .with(csrf())
                        .with(signedIn(seller)))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(multipart("/sales/contracts/{id}/files", id)
                        .file(new MockMultipartFile("file", "signed.txt", null, "agreed".getBytes()))
                        .with(csrf())
                        .with(signedIn(seller)))
                .andExpect(header().string("Location", "/sales/contracts/" + id));
        assertThat(page("/sales/contracts/" + id + "/files")).contains("signed.txt", seller.name());
        long file =
                database.sql("select id from contract_file").query(Long.class).single();
        assertThat(page("/sales/contract-files/" + file)).isEqualTo("agreed");
        mvc.perform(
                post("/sales/contract-files/{id}/removal", file).with(csrf()).with(signedIn(seller)));
        assertThat(count("contract_file")).isZero();
    }

    private SaveContract input() {
        SaveContract input = sample.contract(line(SERVER, "2", "95", null));
        input.setStartsOn(LocalDate.of(2027, 3, 1));
        input.setEndsOn(LocalDate.of(2028, 2, 29));
        input.setNoticeDays(30);
        input.setRenewal(Renewal.AUTOMATIC);
        input.setRenewalMonths(12);
        input.setSignatoryId(seller.personId());
        input.setTheirSignatory("Anna Berg");
        input.setTheirRole("Head of purchasing");
        return input;
    }

    @Test
    void whatIsChangedAfterItsReleaseKeepsWhatHasLeft() throws Exception {
        long id = contracts.create(seller, input());
        life.release(seller, id);
        entities.flush();
        byte[] left = download(id);
        life.withdraw(seller, id);
        entities.flush();
        assertThat(count("contract_paper")).isZero();
        mvc.perform(get("/sales/contracts/{id}/paper.pdf", id).with(signedIn(seller)))
                .andExpect(header().string("Location", "/sales/contracts/" + id));

        // what it said is read in the house, by whoever sees the contract
        long former = database.sql("select id from contract_former_paper")
                .query(Long.class)
                .single();
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(left));
        assertThat(page("/sales/contracts/" + id + "/letters"))
                .contains("Former papers", "Released ", seller.name(), hash, "/former-papers/" + former);
        String file = "/sales/contracts/" + id + "/former-papers/" + former;
        assertThat(mvc.perform(get(file).with(signedIn(seller)))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .isEqualTo(left);
        Viewer stranger = accounts.representative(accounts.team("East", null));
        mvc.perform(get(file).with(signedIn(stranger))).andExpect(status().isNotFound());
        long other = contracts.create(seller, input());
        mvc.perform(get("/sales/contracts/" + other + "/former-papers/" + former)
                        .with(signedIn(seller)))
                .andExpect(status().isNotFound());

        life.release(seller, id);
        entities.flush();
        download(id);
        life.withdraw(seller, id);
        entities.flush();
        assertThat(count("contract_former_paper")).as("each that has left").isEqualTo(2);
        assertThatThrownBy(() -> contracts.delete(administrator, id))
                .as("what has left is no draft to be thrown away")
                .isInstanceOf(IllegalPaper.class);
        assertThat(count("contract_former_paper")).isEqualTo(2);
    }

    private void send(long id) throws Exception {
        mvc.perform(post("/sales/contracts/{id}/letters", id)
                .param("address", "anna@northwind.example")
                .param("subject", "Our contract")
                .param("text", "Here it is")
                .with(csrf())
                .with(signedIn(seller)));
    }

    private byte[] download(long id) throws Exception {
        return mvc.perform(get("/sales/contracts/{id}/paper.pdf", id).with(signedIn(seller)))
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

    private long count(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }
}
