package org.triviumcrm.support.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.triviumcrm.sales.quote.QuoteSample.SERVER;
import static org.triviumcrm.sales.quote.QuoteSample.line;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.contract.ContractLifeService;
import org.triviumcrm.sales.contract.ContractSample;
import org.triviumcrm.sales.contract.ContractService;
import org.triviumcrm.sales.contract.SaveContract;
import org.triviumcrm.sales.quote.QuoteSample;
import org.triviumcrm.support.portal.PortalGuests;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** Customers read on pages of their own which contracts there are with them, and what of them is due and paid. */
@IntegrationTest
class PortalContractsTests {

    private static final LocalDate TODAY = LocalDate.now();
    private static final String LIST = "/portal/contracts";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    ContractService contracts;

    @Autowired
    ContractLifeService life;

    @Autowired
    EntityManager entities;

    private Viewer seller;
    private ContractSample sample;
    private PortalGuests.Guest ann;
    private PortalGuests.Guest bob;

    @BeforeEach
    void twoOfOneCustomer() {
        company.found();
        seller = accounts.representative(accounts.team("West", null));
        sample = new ContractSample(database, seller);
        sample.quotes().found();
        PortalGuests guests = new PortalGuests(database);
        guests.open();
        ann = guests.guest("Ann Lee", QuoteSample.CUSTOMER, true);
        bob = guests.guest("Bob Ray", QuoteSample.CUSTOMER, true);
    }

    @Test
    void whatIsToBeSignedIsReadOnceItWasSentAndAsLongAsItIsReleased() throws Exception {
        long id = released();
        assertThat(page(ann, LIST)).as("not sent yet").doesNotContain("Servers for Lyon");
        assertThat(answer(ann, LIST + "/" + id).getStatus()).isEqualTo(404);
        assertThat(answer(ann, LIST + "/" + id + "/paper.pdf").getStatus()).isEqualTo(404);

        send(id);
        assertThat(page(ann, LIST)).contains("Servers for Lyon", "To be signed", "$228");
        assertThat(page(ann, LIST + "/" + id))
                .contains("190.00 USD", "228.00 USD")
                .doesNotContain("What is due and paid");
        assertThat(file(ann, id)).startsWith("%PDF").isEqualTo(kept(id));
        assertThat(page(bob, LIST)).as("a colleague").doesNotContain("Servers for Lyon");
        assertThat(answer(bob, LIST + "/" + id).getStatus()).isEqualTo(404);
        assertThat(database.sql(
                                "select kind || ' ' || said from contract_event where contract_id = ? and kind = 'OPENED'")
                        .param(id)
                        .query(String.class)
                        .list())
                .as("noted once, and only of whom it was sent to")
                .containsExactly("OPENED Ann Lee");
        assertThat(database.sql(
                                "select count(*) from notice where person_id = ? and message = 'sales.offer.notice.contractOpened'")
                        .param(seller.personId())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        underApproval(id, true);
        assertThat(page(ann, LIST)).as("a case about it runs").doesNotContain("Servers for Lyon");
        assertThat(answer(ann, LIST + "/" + id + "/paper.pdf").getStatus()).isEqualTo(404);
        underApproval(id, false);
        assertThat(page(ann, LIST)).contains("Servers for Lyon");

        life.withdraw(seller, id);
        entities.flush();
        assertThat(page(ann, LIST)).as("a draft again").doesNotContain("Servers for Lyon");
        assertThat(answer(ann, LIST + "/" + id).getStatus()).isEqualTo(404);
        assertThat(answer(ann, LIST + "/" + id + "/paper.pdf").getStatus()).isEqualTo(404);
        life.release(seller, id);
        entities.flush();
        // in one transaction the clock of the rows may stand still
        database.sql("update contract_letter set at = at - interval '1 hour'").update();
        assertThat(page(ann, LIST)).as("what was sent said something else").doesNotContain("Servers for Lyon");
        assertThat(answer(ann, LIST + "/" + id).getStatus()).isEqualTo(404);
    }

    @Test
    void whatWasSignedSaysWhatIsDueAndPaid() throws Exception {
        long id = released();
        life.sign(seller, id, sample.signature());
        entities.flush();
        assertThat(page(ann, LIST + "/" + id)).contains("Signed on").doesNotContain("What is due and paid");

        typed(
                "/sales/contracts/{id}/payments/plan",
                id,
                Map.of(
                        "seen", "",
                        "rows[0].dueOn", TODAY.minusDays(3).toString(),
                        "rows[0].amount", "100",
                        "rows[0].condition", "After delivery",
                        "rows[1].dueOn", TODAY.plusDays(30).toString(),
                        "rows[1].amount", "128"));
        typed(
                "/sales/contracts/{id}/receipts",
                id,
                Map.of("kind", "RECEIPT", "receivedOn", TODAY.toString(), "amount", "30", "note", "Qznote"));
        String page = page(ann, LIST + "/" + id);
        assertThat(page)
                .contains("Paid so far: $30", "Still to be paid: $198", "overdue of it: $70")
                .contains("After delivery", "$70 open", "$128 open", "Payments received")
                .as("what people of the company write for each other")
                .doesNotContain("Qznote");
        database.sql("update portal_account set language = 'zh-CN'").update();
        entities.clear();
        assertThat(page(ann, LIST + "/" + id)).contains("应付与已付", "其中已逾期", "After delivery");
        database.sql("update portal_account set language = 'en'").update();
        entities.clear();

        typed(
                "/sales/contracts/{id}/receipts",
                id,
                Map.of("kind", "RECEIPT", "receivedOn", TODAY.toString(), "amount", "198"));
        assertThat(page(ann, LIST + "/" + id)).contains("Everything is paid").doesNotContain("overdue");
        assertThat(answer(bob, LIST + "/" + id).getStatus()).isEqualTo(404);
    }

    private long released() {
        SaveContract contract = sample.contract(line(SERVER, "2", "95", null));
        contract.setContactId(ann.contact());
        long id = contracts.create(seller, contract);
        life.release(seller, id);
        entities.flush();
        return id;
    }

    private void underApproval(long id, boolean held) {
        database.sql("alter table contract disable trigger user").update();
        database.sql("update contract set approval_case_id = :case where id = :id")
                .param("case", held ? company.id("approval_case") : null, Types.BIGINT)
                .param("id", id)
                .update();
        database.sql("alter table contract enable trigger user").update();
        entities.clear();
    }

    private void send(long id) throws Exception {
        typed(
                "/sales/contracts/{id}/letters",
                id,
                Map.of("address", ann.email(), "subject", "Our contract", "text", "Here it is"));
    }

    private void typed(String url, long id, Map<String, String> values) throws Exception {
        var request = post(url, id).with(csrf()).with(signedIn(seller));
        values.forEach(request::param);
        MockHttpServletResponse answer = mvc.perform(request).andReturn().getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
        entities.flush();
    }

    private String kept(long id) {
        return new String(
                database.sql("select bytes from contract_paper where contract_id = ?")
                        .param(id)
                        .query(byte[].class)
                        .single(),
                StandardCharsets.ISO_8859_1);
    }

    private String file(PortalGuests.Guest guest, long id) throws Exception {
        return new String(
                answer(guest, LIST + "/" + id + "/paper.pdf").getContentAsByteArray(), StandardCharsets.ISO_8859_1);
    }

    private String page(PortalGuests.Guest guest, String url) throws Exception {
        return answer(guest, url).getContentAsString();
    }

    private MockHttpServletResponse answer(PortalGuests.Guest guest, String url) throws Exception {
        return mvc.perform(get(url).with(guest.signedIn()).header("Accept-Language", "en"))
                .andReturn()
                .getResponse();
    }
}
