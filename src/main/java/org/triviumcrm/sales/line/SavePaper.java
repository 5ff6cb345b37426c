package org.triviumcrm.sales.line;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is typed of a quote and of a contract alike, with all its lines. */
@SuppressWarnings("NullAway.Init") // a field may be missing in a form, not in what is accepted
public abstract class SavePaper {

    /** More lines make no paper that anybody reads. */
    public static final int MOST_LINES = 1000;

    @NotBlank(message = "{sales.quote.error.name}")
    @Size(max = 300, message = "{form.tooLong}")
    private String name;

    private @Nullable Long opportunityId;

    @NotNull(message = "{sales.quote.error.customer}")
    private Long customerId;

    private @Nullable Long contactId;

    @NotNull(message = "{sales.quote.error.language}")
    @Pattern(regexp = "en|zh-CN", message = "{sales.quote.error.language}")
    private String language;

    @NotNull(message = "{sales.error.currency}")
    private String currency;

    private @Nullable Long priceListId;
    private boolean gross;

    private WholeDiscount.Kind discountKind = WholeDiscount.Kind.PERCENT;

    @PositiveOrZero(message = "{sales.error.negative}")
    @Digits(integer = 15, fraction = 4, message = "{sales.price.error.amount}")
    private @Nullable BigDecimal discountValue;

    @Size(max = 10_000, message = "{form.tooLong}")
    private @Nullable String introduction;

    @Size(max = 20_000, message = "{form.tooLong}")
    private @Nullable String terms;

    @Size(max = 10_000, message = "{form.tooLong}")
    private @Nullable String note;

    @NotNull(message = "{sales.quote.error.owner}")
    private Long ownerId;

    @Size(max = MOST_LINES, message = "{sales.quote.error.tooMany}")
    private List<@Valid SaveLine> lines = new ArrayList<>();

    private int version;

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public @Nullable Long getOpportunityId() {
        return opportunityId;
    }

    public void setOpportunityId(@Nullable Long opportunityId) {
        this.opportunityId = opportunityId;
    }

    public Long getCustomerId() {
        return customerId;
    }

    public void setCustomerId(Long customerId) {
        this.customerId = customerId;
    }

    public @Nullable Long getContactId() {
        return contactId;
    }

    public void setContactId(@Nullable Long contactId) {
        this.contactId = contactId;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public @Nullable Long getPriceListId() {
        return priceListId;
    }

    public void setPriceListId(@Nullable Long priceListId) {
        this.priceListId = priceListId;
    }

    public boolean isGross() {
        return gross;
    }

    public void setGross(boolean gross) {
        this.gross = gross;
    }

    public WholeDiscount.Kind getDiscountKind() {
        return discountKind;
    }

    public void setDiscountKind(WholeDiscount.Kind discountKind) {
        this.discountKind = discountKind;
    }

    public @Nullable BigDecimal getDiscountValue() {
        return discountValue;
    }

    public void setDiscountValue(@Nullable BigDecimal discountValue) {
        this.discountValue = discountValue;
    }

    public @Nullable String getIntroduction() {
        return introduction;
    }

    public void setIntroduction(@Nullable String introduction) {
        this.introduction = introduction;
    }

    public @Nullable String getTerms() {
        return terms;
    }

    public void setTerms(@Nullable String terms) {
        this.terms = terms;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    public Long getOwnerId() {
        return ownerId;
    }

    public void setOwnerId(Long ownerId) {
        this.ownerId = ownerId;
    }

    public List<SaveLine> getLines() {
        return lines;
    }

    public void setLines(List<SaveLine> lines) {
        this.lines = lines;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public WholeDiscount discount() {
        return discountValue == null ? WholeDiscount.NONE : new WholeDiscount(discountKind, discountValue);
    }

    /** Those that somebody has filled in. */
    public List<SaveLine> written() {
        return lines.stream().filter(line -> !line.isBlank()).toList();
    }

    /** The products that are offered. */
    public List<Long> products() {
        return lines.stream()
                .map(SaveLine::getProductId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The day by which its prices and rates count; null while nobody has typed one. */
    public abstract LocalDate pricedOn();

    /** What its reader reads beside the lines. */
    public List<@Nullable Object> said() {
        WholeDiscount discount = discount();
        return Arrays.asList(
                name,
                customerId,
                contactId,
                language,
                currency,
                gross,
                pricedOn(),
                discount.value().signum() == 0 ? null : discount.kind(),
                discount.value().stripTrailingZeros(),
                introduction,
                terms);
    }
}
