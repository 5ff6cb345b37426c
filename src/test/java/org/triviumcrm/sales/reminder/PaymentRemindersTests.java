package org.triviumcrm.sales.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.triviumcrm.sales.quote.QuoteSample.CUSTOMER;
import static org.triviumcrm.sales.quote.QuoteSample.line;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.approval.ApprovalGate;
import org.triviumcrm.approval.ApprovalNeeded;
import org.triviumcrm.approval.Submission;
import org.triviumcrm.approval.UnderApproval;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.messaging.OutsideLetter;
import org.triviumcrm.sales.contract.ContractEvent;
import org.triviumcrm.sales.contract.ContractLifeService;
import org.triviumcrm.sales.contract.ContractSample;
import org.triviumcrm.sales.contract.ContractService;
import org.triviumcrm.sales.contract.SaveContract;
import org.triviumcrm.sales.receivable.ReminderLevel;
import org.triviumcrm.sales.release.IllegalPaper;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;
import org.triviumcrm.testing.SampleFlows;

/** Customers are reminded of what is late, one step firmer each time, and of nothing that is paid or not owed. */
@IntegrationTest
class PaymentRemindersTests {

    private static final ConditionGroup ANY = ConditionGroup.all(new Condition("amount", Comparison.MORE_THAN, "0"));

    private static final LocalDate TODAY = LocalDate.now();

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
    PaymentReminderService reminders;

    @Autowired
    PaymentReminderLetters letters;

    @Autowired
    ApprovalGate gate;

    @Autowired
    SampleFlows flows;

    @Autowired
    EntityManager entities;

    private Viewer seller;
    private Viewer stranger;
    private ContractSample sample;

    @BeforeEach
    void company() {
        company.found();
        database.sql("delete from receipt").update();
        database.sql("delete from instalment").update();
        seller = accounts.representative(accounts.team("West", null));
        stranger = accounts.representative(accounts.team("East", null));
        sample = new ContractSample(database, seller);
        sample.quotes().found();
    }

    @Test
    void aReminderNamesWhatIsLateAndIsKeptWithIt() throws Exception {
        long id = signed("en");
        owe(id, "30", TODAY.minusDays(40));
        owe(id, "50", TODAY.minusDays(1));
        owe(id, "40", TODAY.plusDays(20));
        pay(id, "10");

        String form = text(get("/sales/contracts/{id}/payment-reminders/new", id));
        assertThat(form).contains("Dear Anna Berg", "40 days late: 20.00 USD of 30.00 USD", "1 day late: 50.00 USD");
        assertThat(form)
                .contains("Still open: 70.00 USD", "anna@northwind.example")
                .doesNotContain("40.00 USD");
        assertThat(send(id, ReminderLevel.FRIENDLY, "Please pay 70").getStatus())
                .isEqualTo(302);
        assertThat(reminded(id)).containsExactly("FRIENDLY", "FRIENDLY", "null");
        assertThat(contracts.events(seller, contracts.page(seller, id)).get(0))
                .extracting(ContractEvent::kind, ContractEvent::said)
                .containsExactly("REMINDER", "Anna Berg <anna@northwind.example>");
        assertThat(text(get("/sales/contracts/{id}/payment-reminders", id))).contains("Please pay 70", seller.name());
        assertThat(text(get("/sales/receivables"))).contains("1 Friendly");

        OutsideLetter letter = letters.letter(latest()).orElseThrow();
        assertThat(letter.text()).isEqualTo("Please pay 70");
        assertThat(letter.subject()).isEqualTo("A payment");

        assertThat(text(get("/sales/contracts/{id}/payment-reminders/new", id)))
                .as("the next one is firmer")
                .contains("Please pay within seven days");
        send(id, ReminderLevel.LAST, "At last");
        assertThat(reminded(id)).containsExactly("LAST", "LAST", "null");
        assertThat(text(get("/sales/contracts/{id}/payment-reminders/new", id)))
                .as("nothing is firmer than the last")
                .contains("This is our last reminder");
    }

    @Test
    void aChineseCustomerIsWrittenToInChinese() throws Exception {
        long id = signed("zh-CN");
        owe(id, "30", TODAY.minusDays(40));
        assertThat(text(get("/sales/contracts/{id}/payment-reminders/new", id).param("level", "FIRM")))
                .contains("逾期 40 天：30.00 USD", "Anna Berg，您好", "请在七日内付款");
    }

    @Test
    void nobodyIsRemindedOfWhatIsPaidOrNotOwed() throws Exception {
        long draft = contracts.create(seller, sample.contract(line(null, "1", "100", null)));
        entities.flush();
        owe(draft, "30", TODAY.minusDays(40));
        assertThat(text(get("/sales/contracts/{id}/payment-reminders/new", draft)))
                .contains("Nothing is late");
        assertThat(send(draft, ReminderLevel.FRIENDLY, "Pay").getStatus()).isEqualTo(422);

        long id = signed("en");
        owe(id, "30", TODAY.minusDays(40));
        String seen = seen(id);
        pay(id, "5");
        MockHttpServletResponse changed = send(id, ReminderLevel.FRIENDLY, "Please pay 30", seen);
        assertThat(changed.getStatus()).isEqualTo(422);
        assertThat(changed.getContentAsString())
                .contains("The payments have changed since this was written", "Please pay 30", "$25");
        assertThat(count()).isZero();
        pay(id, "25");
        assertThat(send(id, ReminderLevel.FRIENDLY, "Pay").getContentAsString()).contains("Nothing is late");
        assertThat(count()).isZero();
    }

    @Test
    void whatIsPaidBeforeItLeavesIsNotSentAnyMore() throws Exception {
        long id = signed("en");
        owe(id, "30", TODAY.minusDays(40));
        send(id, ReminderLevel.FRIENDLY, "Please pay 30");
        assertThat(reminded(id)).containsExactly("FRIENDLY");
        pay(id, "1");

        assertThat(letters.letter(latest())).isEmpty();
        assertThat(reminded(id)).as("nobody was reminded").containsExactly("null");
        assertThat(database.sql("select link from notice where person_id = ?")
                        .param(seller.personId())
                        .query(String.class)
                        .list())
                .containsExactly("/sales/contracts/" + id + "/payments");
        assertThat(text(get("/sales/contracts/{id}/payment-reminders", id))).contains("Not sent");
    }

    @Test
    void whatIsPutOffOrLeavesThePlanIsNotSentAnyMore() throws Exception {
        long id = signed("en");
        owe(id, "30", TODAY.minusDays(40));
        send(id, ReminderLevel.FRIENDLY, "Please pay 30");
        database.sql("delete from instalment where contract_id = ?").param(id).update();
        assertThat(letters.letter(latest())).isEmpty();

        owe(id, "30", TODAY.minusDays(40));
        send(id, ReminderLevel.FRIENDLY, "Please pay 30");
        assertThat(letters.letter(latest())).isPresent();
        database.sql("update instalment set due_on = current_date + 5 where contract_id = ?")
                .param(id)
                .update();
        assertThat(letters.letter(latest())).isEmpty();
    }

    @Test
    void whatDoesNotArriveHasRemindedNobody() throws Exception {
        long id = signed("en");
        owe(id, "30", TODAY.minusDays(40));
        send(id, ReminderLevel.FRIENDLY, "Please pay 30");
        letters.failed(latest());
        assertThat(reminded(id)).containsExactly("null");
        assertThat(text(get("/sales/contracts/{id}/payment-reminders", id))).contains("Not delivered");
    }

    @Test
    void itIsNoWayRoundAnApproval() {
        Viewer boss = accounts.manager(accounts.team("North", null));
        flows.active("contract", "RELEASE", null, ANY, SampleFlows.anyOf(boss));
        long id = contracts.create(seller, sample.contract(line(null, "1", "100", null)));
        entities.flush();
        owe(id, "30", TODAY.minusDays(40));
        SendPaymentReminder letter =
                new SendPaymentReminder(ReminderLevel.FRIENDLY, anna(), "A payment", "Please pay", "");
        assertThatThrownBy(() -> reminders.send(seller, id, letter)).isInstanceOf(IllegalPaper.class);
        ApprovalNeeded needed =
                Objects.requireNonNull(catchThrowableOfType(ApprovalNeeded.class, () -> life.release(seller, id)));
        gate.submit(
                seller, new Submission(needed.proposal(), Objects.requireNonNull(needed.action()), "Please", Map.of()));
        assertThatThrownBy(() -> reminders.send(seller, id, letter)).isInstanceOf(UnderApproval.class);
        assertThat(count()).isZero();
    }

    @Test
    void onlyContactsOfTheCustomerAreWrittenTo() throws Exception {
        long id = signed("en");
        owe(id, "30", TODAY.minusDays(40));
        long other = database.sql("select id from contact where customer_id is distinct from ? order by id limit 1")
                .param(CUSTOMER)
                .query(Long.class)
                .single();
        database.sql("update contact set email = 'other@example.com' where id = ?")
                .param(other)
                .update();
        MockHttpServletResponse answer = answer(post("/sales/contracts/{id}/payment-reminders", id)
                .with(csrf())
                .param("level", "FRIENDLY")
                .param("contactId", String.valueOf(other))
                .param("subject", "A payment")
                .param("text", "Please pay")
                .param("seen", seen(id)));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("Please choose a contact of the customer")
                .doesNotContain("other@example.com");
        assertThat(mvc.perform(get("/sales/contracts/{id}/payment-reminders", id)
                                .with(signedIn(stranger)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void theListLeadsToWhatIsLateAndNotReminded() throws Exception {
        long id = signed("en");
        owe(id, "30", TODAY.minusDays(40));
        send(id, ReminderLevel.FRIENDLY, "Please pay 30");
        owe(id, "41", TODAY.minusDays(3));
        owe(id, "52", TODAY.plusDays(3));
        var link = Pattern.compile("href=\"(/sales/receivables\\?[^\"]*)\">Late and not reminded")
                .matcher(text(get("/sales/receivables")));
        assertThat(link.find()).isTrue();
        assertThat(text(get(URI.create(link.group(1).replace("&amp;", "&")))))
                .contains("1 row", "$41")
                .doesNotContain("$30", "$52");
    }

    /** Of 120 with tax. */
    private long signed(String language) {
        SaveContract input = sample.contract(line(null, "1", "100", null));
        input.setLanguage(language);
        long id = contracts.create(seller, input);
        life.release(seller, id);
        life.sign(seller, id, sample.signature());
        entities.flush();
        return id;
    }

    private void owe(long id, String amount, LocalDate day) {
        database.sql("""
                        insert into instalment (id, contract_id, due_on, amount, currency, base_amount, customer_id, owner_id, team_id, binding,
                                                created_at, updated_at)
                        select nextval('instalment_seq'), c.id, :day, cast(:amount as numeric), c.currency, cast(:amount as numeric), c.customer_id,
                               c.owner_id, c.team_id, c.signed_on is not null, now(), now() from contract c where c.id = :id""")
                .param("id", id)
                .param("day", day)
                .param("amount", amount)
                .update();
    }

    private void pay(long id, String amount) throws Exception {
        assertThat(answer(post("/sales/contracts/{id}/receipts", id)
                                .with(csrf())
                                .param("kind", "RECEIPT")
                                .param("receivedOn", TODAY.toString())
                                .param("amount", amount))
                        .getStatus())
                .isEqualTo(302);
    }

    private String seen(long id) throws Exception {
        var matcher = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"")
                .matcher(text(get("/sales/contracts/{id}/payment-reminders/new", id)));
        return matcher.find() ? matcher.group(1) : "";
    }

    private long anna() {
        return database.sql("select id from contact where email = 'anna@northwind.example'")
                .query(Long.class)
                .single();
    }

    private MockHttpServletResponse send(long id, ReminderLevel level, String text) throws Exception {
        return send(id, level, text, seen(id));
    }

    private MockHttpServletResponse send(long id, ReminderLevel level, String text, String seen) throws Exception {
        return answer(post("/sales/contracts/{id}/payment-reminders", id)
                .with(csrf())
                .param("level", level.name())
                .param("contactId", String.valueOf(anna()))
                .param("subject", "A payment")
                .param("text", text)
                .param("seen", seen));
    }

    private long latest() {
        return database.sql("select max(id) from payment_reminder")
                .query(Long.class)
                .single();
    }

    private long count() {
        return database.sql("select count(*) from payment_reminder")
                .query(Long.class)
                .single();
    }

    private List<String> reminded(long id) {
        return database.sql(
                        "select coalesce(reminded, 'null') from instalment where contract_id = ? order by due_on, id")
                .param(id)
                .query(String.class)
                .list();
    }

    private String text(MockHttpServletRequestBuilder request) throws Exception {
        return answer(request).getContentAsString();
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.header("Accept-Language", "en").with(signedIn(seller)))
                .andReturn()
                .getResponse();
    }
}
