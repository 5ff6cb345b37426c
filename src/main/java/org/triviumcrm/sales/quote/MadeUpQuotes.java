package org.triviumcrm.sales.quote;

import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.SampleQuotes;
import org.triviumcrm.sales.line.LineKind;
import org.triviumcrm.sales.line.SaveLine;
import org.triviumcrm.sales.release.QuoteExit;
import org.triviumcrm.sales.release.QuoteExits;
import org.triviumcrm.sales.release.ReleasedQuote;

/** Makes quotes for the demo company as its people would. */
@Component
class MadeUpQuotes implements SampleQuotes {

    private static final String SOMEWHERE = "";

    private final QuoteService quotes;
    private final QuoteLifeService life;
    private final QuoteExits exits;

    MadeUpQuotes(QuoteService quotes, QuoteLifeService life, QuoteExits exits) {
        this.quotes = quotes;
        this.life = life;
        this.exits = exits;
    }

    @Override
    public void make(Sample sample, Stage stage) {
        Viewer job = Viewer.job("sales.log.quote");
        long id = quotes.create(job, input(sample));
        if (stage != Stage.DRAFT) {
            life.release(job, id);
        }
        if (stage.compareTo(Stage.SENT) >= 0) {
            life.sent(job, leaving(QuoteExit.MAIL, id), SOMEWHERE);
        }
        if (stage == Stage.ACCEPTED) {
            life.accepted(job, leaving(QuoteExit.ACCEPTANCE, id), null);
        } else if (stage == Stage.REVISED) {
            life.release(job, quotes.revise(job, id));
        }
    }

    private ReleasedQuote leaving(QuoteExit exit, long id) {
        return exits.leave(exit, quotes.now(id));
    }

    private static SaveQuote input(Sample sample) {
        SaveQuote quote = new SaveQuote();
        quote.setName(sample.name());
        quote.setOpportunityId(sample.opportunityId());
        quote.setCustomerId(sample.customerId());
        quote.setContactId(sample.contactId());
        quote.setOwnerId(sample.ownerId());
        quote.setLanguage(sample.language());
        quote.setCurrency(sample.currency());
        quote.setQuotedOn(sample.quotedOn());
        quote.setValidUntil(sample.validUntil());
        quote.setDiscountValue(sample.discount());
        quote.setIntroduction(sample.introduction());
        quote.setTerms(sample.terms());
        sample.lines().forEach(line -> quote.getLines().add(input(line)));
        return quote;
    }

    private static SaveLine input(Line line) {
        SaveLine typed = new SaveLine();
        typed.setKind(line.price() == null ? LineKind.SECTION : LineKind.ITEM);
        typed.setWords(line.words());
        typed.setProductId(line.productId());
        typed.setQuantity(line.quantity());
        typed.setUnit(line.unit());
        typed.setPrice(line.price());
        typed.setDiscount(line.discount());
        typed.setTax(line.tax());
        typed.setOptional(line.optional());
        return typed;
    }
}
