package org.triviumcrm.sales.line;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.VisibleCustomers;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.opportunity.OpportunityReadService;
import org.triviumcrm.sales.rate.CurrencyRateService;
import org.triviumcrm.sales.rate.CurrencyRoundingService;
import org.triviumcrm.sales.release.IllegalPaper;
import org.triviumcrm.shared.money.Rounding;
import org.triviumcrm.shared.web.NotFound;

/** Whether what was typed makes a paper, and what its lines come to. */
@Component
public class PaperDrafts {

    private final LinePrices prices;
    private final PaperReferenceRepository pages;
    private final VisibleCustomers customers;
    private final OpportunityReadService opportunities;
    private final CurrencyRateService rates;
    private final CurrencyRoundingService roundings;
    private final People people;

    PaperDrafts(
            LinePrices prices,
            PaperReferenceRepository pages,
            VisibleCustomers customers,
            OpportunityReadService opportunities,
            CurrencyRateService rates,
            CurrencyRoundingService roundings,
            People people) {
        this.prices = prices;
        this.pages = pages;
        this.customers = customers;
        this.opportunities = opportunities;
        this.rates = rates;
        this.roundings = roundings;
        this.people = people;
    }

    /**
     * Reckons what was typed. What products cost the customer without anybody's favour, and what they cost the company, is looked up here:
     * a form can't say it.
     *
     * @throws IllegalPaper at the field when there is no rate for the currency, or it comes to more than can be kept
     */
    public ReckonedPaper reckon(Viewer viewer, SavePaper input) {
        LinePrices.Priced priced = prices.look(PriceTerms.of(input), input.products());
        List<PaperLine> lines =
                input.written().stream().map(line -> line(line, input, priced)).toList();
        PaperSums sums = PaperSums.of(
                        lines.stream().map(PaperLine::toSum).toList(),
                        input.discount(),
                        input.isGross(),
                        Rounding.of(input.getCurrency()))
                .roundedTo(roundings.ofTotals(viewer, input.getCurrency()));
        List<PaperLine> whole = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            whole.add(lines.get(at).with(sums.lines().get(at)));
        }
        BigDecimal base = inBase(viewer, sums.net(), input.getCurrency(), input.pricedOn());
        PaperLimits.require(input, lines, sums, base);
        return new ReckonedPaper(whole, sums, base);
    }

    /**
     * An amount in the company's currency by the rate of a day.
     *
     * @throws IllegalPaper at the field when there is no rate for the currency
     */
    public BigDecimal inBase(Viewer viewer, BigDecimal amount, String currency, LocalDate day) {
        return rates.toBase(viewer, amount, currency, day)
                .orElseThrow(() -> new IllegalPaper("currency", "sales.quote.error.noRate"));
    }

    private static PaperLine line(SaveLine typed, SavePaper quote, LinePrices.Priced priced) {
        boolean item = typed.getKind() == LineKind.ITEM;
        BigDecimal quantity = item ? orZero(typed.getQuantity()) : null;
        LinePrice usual = quantity == null
                ? null
                : priced.price(typed.getProductId(), quantity).orElse(null);
        return new PaperLine(
                typed.getKind(),
                usual == null ? null : typed.getProductId(),
                typed.getWords() == null ? "" : typed.getWords(),
                typed.getDetail(),
                quantity,
                item ? typed.getUnit() : null,
                usual == null ? null : usual.amount(),
                usual == null ? null : usual.source(),
                item ? orZero(typed.getPrice()) : null,
                item ? orZero(typed.getDiscount()) : BigDecimal.ZERO,
                item ? orZero(typed.getTax()) : BigDecimal.ZERO,
                item && typed.isOptional(),
                item && typed.isOptional() && typed.isChosen(),
                usual == null ? null : priced.cost(typed.getProductId()),
                BigDecimal.ZERO);
    }

    private static BigDecimal orZero(@Nullable BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }

    /** @throws IllegalPaper at the field that does not fit @throws NotFound when it names what is not there for the viewer */
    public void requireFitting(Viewer viewer, SavePaper input, @Nullable KeptPaper before) {
        if (input.getDiscountKind() == WholeDiscount.Kind.PERCENT
                && orZero(input.getDiscountValue()).compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalPaper("discountValue", "sales.quote.error.percent");
        }
        if (!rates.currencies(viewer).contains(input.getCurrency())
                && (before == null || !before.getCurrency().equals(input.getCurrency()))) {
            throw new IllegalPaper("currency", "sales.error.currency");
        }
        if (before == null || before.getCustomerId() != input.getCustomerId()) {
            customers.require(viewer, input.getCustomerId());
        }
        Long opportunity = input.getOpportunityId();
        if (opportunity != null && (before == null || !opportunity.equals(before.getOpportunityId()))) {
            if (!opportunities.isVisible(viewer, opportunity)) {
                throw new NotFound();
            }
        }
        if (opportunity != null && !pages.isOf(opportunity, input.getCustomerId())) {
            throw new IllegalPaper("opportunityId", "sales.quote.error.otherCustomer");
        }
        Long contact = input.getContactId();
        if (contact != null && !isAsBefore(input, before) && !pages.isContactOf(contact, input.getCustomerId())) {
            throw new IllegalPaper("contactId", "sales.quote.error.otherContact");
        }
        Long list = input.getPriceListId();
        if (list != null && !pages.isListIn(list, input.getCurrency())) {
            throw new IllegalPaper("priceListId", "sales.quote.error.otherCurrency");
        }
        for (int at = 0; at < input.getLines().size(); at++) {
            requireWhole(input.getLines().get(at), at);
        }
    }

    /** Contacts may have moved to another customer since they were chosen. */
    private static boolean isAsBefore(SavePaper input, @Nullable KeptPaper before) {
        return before != null
                && before.getCustomerId() == input.getCustomerId()
                && Objects.equals(before.getContactId(), input.getContactId());
    }

    /** Leaves out of a copy what does not fit its customer any more: nobody is asked for it at this point. */
    public void leaveOutWhatHasMoved(SavePaper copy) {
        Long contact = copy.getContactId();
        if (contact != null && !pages.isContactOf(contact, copy.getCustomerId())) {
            copy.setContactId(null);
        }
        Long opportunity = copy.getOpportunityId();
        if (opportunity != null && !pages.isOf(opportunity, copy.getCustomerId())) {
            copy.setOpportunityId(null);
        }
    }

    private static void requireWhole(SaveLine line, int at) {
        if (line.isBlank()) {
            return;
        }
        String field = "lines[" + at + "].";
        if (line.getWords() == null) {
            throw new IllegalPaper(field + "words", "sales.quote.error.words");
        }
        if (line.getKind() == LineKind.ITEM && line.getQuantity() == null) {
            throw new IllegalPaper(field + "quantity", "sales.quote.error.quantity");
        }
        if (line.getKind() == LineKind.ITEM && line.getPrice() == null) {
            throw new IllegalPaper(field + "price", "sales.quote.error.price");
        }
    }

    /** Who is in charge. @throws NotFound when the viewer may not put that person in charge */
    public PersonRef owner(Viewer viewer, String noun, long wanted, @Nullable KeptPaper before) {
        boolean stays = before != null && before.getOwnerId() == wanted;
        if (!stays && wanted != viewer.personId() && !viewer.isJob() && !people.mayChoose(viewer, noun, wanted)) {
            throw new NotFound();
        }
        return people.find(wanted).orElseThrow(NotFound::new);
    }

    /** Whether there is such a person, and they have not left. */
    public boolean isHere(long id) {
        return people.find(id).filter(PersonRef::active).isPresent();
    }

    /** @throws IllegalPaper at the field when there is no such person, or they have left */
    public void requirePerson(long id, String field) {
        if (!isHere(id)) {
            throw new IllegalPaper(field, "sales.quote.error.owner");
        }
    }

    /** Whether the customer would read something else, of the paper or of one of its lines. */
    public static boolean saysOther(SavePaper now, List<PaperLine> lines, SavePaper then, List<PaperLine> others) {
        return !now.said().equals(then.said())
                || !lines.stream()
                        .map(PaperLine::said)
                        .toList()
                        .equals(others.stream().map(PaperLine::said).toList());
    }
}
