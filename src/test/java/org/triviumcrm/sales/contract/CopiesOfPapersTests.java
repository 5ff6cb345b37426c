package org.triviumcrm.sales.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.triviumcrm.sales.quote.QuoteSample.CONTACT;
import static org.triviumcrm.sales.quote.QuoteSample.SERVER;
import static org.triviumcrm.sales.quote.QuoteSample.line;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.quote.QuoteLifeService;
import org.triviumcrm.sales.quote.QuoteService;
import org.triviumcrm.sales.quote.SaveQuote;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;

/** Copies of papers whose people have left or moved since: nobody is asked, so they begin without them. */
@CommittingTest
class CopiesOfPapersTests {

    @Autowired
    ContractService contracts;

    @Autowired
    ContractCopyService copies;

    @Autowired
    ContractLifeService life;

    @Autowired
    QuoteService quotes;

    @Autowired
    QuoteLifeService quoteLife;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    private ContractSample sample;
    private Viewer seller;
    private Viewer colleague;

    @BeforeEach
    void company() {
        Viewer administrator = accounts.administrator();
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
        long team = accounts.team("West", null);
        seller = accounts.representative(team);
        colleague = accounts.representative(team);
        sample = new ContractSample(database, seller);
        sample.quotes().found();
    }

    @Test
    void areWithoutTheSignatoryWhoHasLeft() {
        long id = signed(colleague);
        assertThat(signatory(copies.duplicate(seller, id))).isEqualTo(colleague.personId());
        database.sql("update person set active = false where id = " + colleague.personId())
                .update();
        assertThat(signatory(copies.duplicate(seller, id))).isNull();
        long amendment = copies.amend(seller, id);
        assertThat(signatory(amendment)).isNull();
        assertThat(signatory(id)).as("what was signed stays").isEqualTo(colleague.personId());
        life.release(seller, amendment);
        life.sign(seller, amendment, sample.signature());
        assertThat(signatory(amendment)).isEqualTo(seller.personId());
    }

    @Test
    void areWithoutTheContactWhoHasMoved() {
        long quote = quotes.create(seller, sample.quotes().quote(line(SERVER, "1", "100", null)));
        quoteLife.release(seller, quote);
        long id = signed(seller);
        move();
        assertThat(contact(copies.duplicate(seller, id))).isNull();
        assertThat(contact(copies.amend(seller, id))).isNull();
        assertThat(contact(id)).as("what was signed stays").isEqualTo(CONTACT);
        assertThat(contact(copies.fromQuote(seller, quote))).isNull();
        assertThat(quotes.page(seller, quotes.duplicate(seller, quote)).contactId())
                .isNull();
        assertThat(quotes.page(seller, quotes.revise(seller, quote)).contactId())
                .isNull();
    }

    @Test
    void formsKeepTheContactWhoHasMovedButTakeNobodyElsesAnew() {
        long quote = quotes.create(seller, sample.quotes().quote(line(SERVER, "1", "100", null)));
        quoteLife.release(seller, quote);
        move();
        SaveQuote noted = typed(quote);
        noted.setNote("Ask for Anna");
        quotes.update(seller, quote, noted);
        assertThat(quotes.page(seller, quote).contactId()).isEqualTo(CONTACT);
        assertThat(quotes.page(seller, quote).state().name())
                .as("a note says nothing to the customer")
                .isEqualTo("RELEASED");
        SaveQuote without = typed(quote);
        without.setContactId(null);
        quotes.update(seller, quote, without);
        SaveQuote again = typed(quote);
        again.setContactId(CONTACT);
        assertThatThrownBy(() -> quotes.update(seller, quote, again)).hasMessage("sales.quote.error.otherContact");
    }

    @Test
    void aQuoteOfWhoHasLeftBecomesAContractOfWhoMakesIt() {
        long quote = quotes.create(colleague, ofColleague());
        quoteLife.release(colleague, quote);
        Viewer boss = accounts.administrator();
        database.sql("update person set active = false where id = " + colleague.personId())
                .update();
        long id = copies.fromQuote(boss, quote);
        assertThat(contracts.page(boss, id).ownerId()).isEqualTo(boss.personId());
        assertThat(contracts.page(boss, id).signature().signatoryId()).isNull();
    }

    private SaveQuote ofColleague() {
        database.sql("update customer set owner_id = " + colleague.personId()).update();
        SaveQuote quote = sample.quotes().quote(line(SERVER, "1", "100", null));
        quote.setOwnerId(colleague.personId());
        return quote;
    }

    private void move() {
        database.sql(
                        "insert into customer (id, name, owner_id, created_at, updated_at) values (990002, 'Southwind', :owner, now(), now())")
                .param("owner", seller.personId())
                .update();
        database.sql("update contact set customer_id = 990002 where id = " + CONTACT)
                .update();
    }

    private long signed(Viewer signatory) {
        SaveContract input = sample.contract(line(SERVER, "1", "100", null));
        input.setSignatoryId(signatory.personId());
        long id = contracts.create(seller, input);
        life.release(seller, id);
        SignContract signature = sample.signature();
        life.sign(
                seller,
                id,
                new SignContract(
                        signature.signedOn(), signatory.personId(), signature.theirSignatory(), signature.theirRole()));
        return id;
    }

    private SaveQuote typed(long id) {
        SaveQuote same = sample.quotes().quote(line(SERVER, "1", "100", null));
        same.setVersion(quotes.page(seller, id).version());
        return same;
    }

    private @Nullable Long signatory(long id) {
        return contracts.page(seller, id).signature().signatoryId();
    }

    private @Nullable Long contact(long id) {
        return contracts.page(seller, id).contactId();
    }
}
