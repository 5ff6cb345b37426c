package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A payment is late: who looks after it finds it, writes to the customer, and sees that it was done. */
class ALatePaymentIsRemindedTests extends DemoCompanyTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void fromTheListToTheLetter(String spoken) {
        speak(spoken);
        long contract = onePaymentIsLate();
        at("manager");
        visit("/sales/receivables");
        page.locator("main a", new Page.LocatorOptions().setHasText(text("sales.receivable.unreminded")))
                .first()
                .click();
        String number = database.sql("select number from contract where id = ?")
                .param(contract)
                .query(String.class)
                .single();
        assertThat(row(number)).hasCount(1);
        scan();
        theLetterIsWritten(contract);
        visit("/sales/receivables");
        page.locator("main a", new Page.LocatorOptions().setHasText(text("sales.receivable.unreminded")))
                .first()
                .click();
        settle();
        assertThat(row(number)).hasCount(0);
    }

    private Locator row(String number) {
        return page.locator("#results tbody tr", new Page.LocatorOptions().setHasText(number));
    }

    private long onePaymentIsLate() {
        return database.sql("""
                        update instalment set due_on = current_date - 20 where id = (
                            select min(i.id) from instalment i join contract k on k.id = i.contract_id
                            where i.binding and i.received < i.amount and k.owner_id = :owner
                                and exists (select 1 from contact c where c.customer_id = k.customer_id and c.email is not null)
                                and not exists (select 1 from instalment l where l.contract_id = k.id and l.due_on < current_date and l.received < l.amount))
                        returning contract_id""")
                .param("owner", id("representative"))
                .query(Long.class)
                .single();
    }

    private void theLetterIsWritten(long contract) {
        visit("/sales/contracts/" + contract + "/payments");
        settle();
        page.locator("a[href$='/payment-reminders/new']").click();
        Locator dialog = page.locator("dialog[open]");
        assertThat(dialog.locator("[name=text]")).isVisible();
        String friendly = dialog.locator("[name=text]").inputValue();
        String last = dialog.locator("[name=level] option").last().getAttribute("value");
        dialog.locator("[name=level]").selectOption(last);
        page.waitForCondition(
                () -> !page.locator("dialog[open] [name=text]").inputValue().equals(friendly));
        scan();
        dialog.locator("[name=subject]").fill("");
        dialog.locator("form button[type=submit]").last().click();
        assertThat(page.locator(".invalid-feedback").first()).isVisible();
        String subject = said("What is still open", "未付款项");
        page.locator("[name=subject]").fill(subject);
        page.locator("form[action$='/payment-reminders'] button[type=submit]")
                .last()
                .click();
        assertThat(page.locator("main details", new Page.LocatorOptions().setHasText(subject)))
                .hasCount(1);
        assertThat(database.sql("select count(*) from payment_reminder where subject = ?")
                        .param(subject)
                        .query(Long.class)
                        .single())
                .isOne();
    }
}
