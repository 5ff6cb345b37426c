package org.triviumcrm.sales.quote;

import java.math.BigDecimal;
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
import org.triviumcrm.sales.release.IllegalQuote;
import org.triviumcrm.shared.money.Rounding;
import org.triviumcrm.shared.web.NotFound;

/** Whether what was typed makes a quote, and what its lines come to. */
@Component
class QuoteDrafts {

    private final QuotePrices prices;
    private final QuotePageRepository pages;
    private final VisibleCustomers customers;
    private final OpportunityReadService opportunities;
    private final CurrencyRateService rates;
    private final People people;

    QuoteDrafts(
            QuotePrices prices,
            QuotePageRepository pages,
            VisibleCustomers customers,
            OpportunityReadService opportunities,
            CurrencyRateService rates,
            People people) {
        this.prices = prices;
        this.pages = pages;
        this.customers = customers;
        this.opportunities = opportunities;
        this.rates = rates;
        this.people = people;
    }

    /**
     * The lines as they are kept, and what they come to.
     *
     * @param base the net in the company's currency
     */
    record Reckoned(List<QuoteLine> lines, QuoteSums sums, BigDecimal base) {}

    /**
     * Reckons what was typed. What products cost the customer without anybody's favour, and what they cost the company, is looked up here:
     * a form can't say it.
     *
     * @throws IllegalQuote at the field when there is no rate for the currency
     */
    Reckoned reckon(Viewer viewer, SaveQuote input) {
        QuotePrices.Priced priced = prices.look(QuoteTerms.of(input), input.products());
        List<QuoteLine> lines =
                input.written().stream().map(line -> line(line, input, priced)).toList();
        QuoteSums sums = QuoteSums.of(
                lines.stream().map(QuoteLine::toSum).toList(),
                input.discount(),
                input.isGross(),
                Rounding.of(input.getCurrency()));
        List<QuoteLine> whole = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            whole.add(lines.get(at).with(sums.lines().get(at)));
        }
        BigDecimal base = rates.toBase(viewer, sums.net(), input.getCurrency(), input.getQuotedOn())
                .orElseThrow(() -> new IllegalQuote("currency", "sales.quote.error.noRate"));
        return new Reckoned(whole, sums, base);
    }

    private static QuoteLine line(SaveQuoteLine typed, SaveQuote quote, QuotePrices.Priced priced) {
        boolean item = typed.getKind() == LineKind.ITEM;
        BigDecimal quantity = item ? orZero(typed.getQuantity()) : null;
        LinePrice usual = quantity == null
                ? null
                : priced.price(typed.getProductId(), quantity).orElse(null);
        return new QuoteLine(
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

    /** @throws IllegalQuote at the field that does not fit @throws NotFound when it names what is not there for the viewer */
    void requireFitting(Viewer viewer, SaveQuote input, @Nullable Quote before) {
        if (input.getValidUntil().isBefore(input.getQuotedOn())) {
            throw new IllegalQuote("validUntil", "sales.quote.error.endsBefore");
        }
        if (input.getDiscountKind() == WholeDiscount.Kind.PERCENT
                && orZero(input.getDiscountValue()).compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalQuote("discountValue", "sales.quote.error.percent");
        }
        if (!rates.currencies(viewer).contains(input.getCurrency())
                && (before == null || !before.getCurrency().equals(input.getCurrency()))) {
            throw new IllegalQuote("currency", "sales.error.currency");
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
            throw new IllegalQuote("opportunityId", "sales.quote.error.otherCustomer");
        }
        Long contact = input.getContactId();
        if (contact != null && !pages.isContactOf(contact, input.getCustomerId())) {
            throw new IllegalQuote("contactId", "sales.quote.error.otherContact");
        }
        Long list = input.getPriceListId();
        if (list != null && !pages.isListIn(list, input.getCurrency())) {
            throw new IllegalQuote("priceListId", "sales.quote.error.otherCurrency");
        }
        for (int at = 0; at < input.getLines().size(); at++) {
            requireWhole(input.getLines().get(at), at);
        }
    }

    private static void requireWhole(SaveQuoteLine line, int at) {
        if (line.isBlank()) {
            return;
        }
        String field = "lines[" + at + "].";
        if (line.getWords() == null) {
            throw new IllegalQuote(field + "words", "sales.quote.error.words");
        }
        if (line.getKind() == LineKind.ITEM && line.getQuantity() == null) {
            throw new IllegalQuote(field + "quantity", "sales.quote.error.quantity");
        }
        if (line.getKind() == LineKind.ITEM && line.getPrice() == null) {
            throw new IllegalQuote(field + "price", "sales.quote.error.price");
        }
    }

    /** Who is in charge. @throws NotFound when the viewer may not put that person in charge */
    PersonRef owner(Viewer viewer, long wanted, @Nullable Quote before) {
        boolean stays = before != null && before.getOwnerId() == wanted;
        if (!stays
                && wanted != viewer.personId()
                && !viewer.isJob()
                && !people.mayChoose(viewer, QuoteList.NOUN, wanted)) {
            throw new NotFound();
        }
        return people.find(wanted).orElseThrow(NotFound::new);
    }

    /** Whether the customer would read something else, of the paper or of one of its lines. */
    static boolean saysOther(SaveQuote now, List<QuoteLine> lines, SaveQuote then, List<QuoteLine> others) {
        return !Objects.equals(said(now), said(then))
                || !lines.stream()
                        .map(QuoteLine::said)
                        .toList()
                        .equals(others.stream().map(QuoteLine::said).toList());
    }

    private static List<@Nullable Object> said(SaveQuote quote) {
        WholeDiscount discount = quote.discount();
        return java.util.Arrays.asList(
                quote.getCustomerId(),
                quote.getLanguage(),
                quote.getCurrency(),
                quote.isGross(),
                quote.getQuotedOn(),
                quote.getValidUntil(),
                discount.value().signum() == 0 ? null : discount.kind(),
                discount.value().stripTrailingZeros(),
                quote.getIntroduction(),
                quote.getTerms());
    }
}
