package org.triviumcrm.sales.template;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.line.WholeDiscount;
import org.triviumcrm.sales.quote.QuotePage;

/** What quotes begin with; its lines are kept as those of quotes. One that nobody should begin with any more is retired. */
@Entity
@Audited
@Table(name = "quote_template")
public class QuoteTemplate {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "quote_template")
    @SequenceGenerator(name = "quote_template", sequenceName = "quote_template_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private String language;
    private int validDays;
    private @Nullable String currency;
    private boolean gross;

    @Enumerated(EnumType.STRING)
    private WholeDiscount.Kind discountKind = WholeDiscount.Kind.PERCENT;

    private BigDecimal discountValue = BigDecimal.ZERO;
    private @Nullable String introduction;
    private @Nullable String terms;
    private boolean active = true;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected QuoteTemplate() {}

    @SuppressWarnings("NullAway")
    QuoteTemplate(SaveQuoteTemplate input, Clock clock) {
        createdAt = clock.instant();
        change(input, clock);
    }

    final void change(SaveQuoteTemplate input, Clock clock) {
        name = input.name().strip();
        language = input.language();
        validDays = Objects.requireNonNull(input.validDays());
        introduction = input.introduction();
        terms = input.terms();
        active = input.active();
        updatedAt = clock.instant();
    }

    /** It offers what a quote offers from now on, in its currency. */
    void take(QuotePage quote, Clock clock) {
        currency = quote.currency();
        gross = quote.gross();
        discountKind = quote.discountKind();
        discountValue = quote.discountValue();
        updatedAt = clock.instant();
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getName() {
        return name;
    }

    public String getLanguage() {
        return language;
    }

    public int getValidDays() {
        return validDays;
    }

    /** Of its prices; null while it has none. */
    public @Nullable String getCurrency() {
        return currency;
    }

    public boolean isGross() {
        return gross;
    }

    WholeDiscount.Kind getDiscountKind() {
        return discountKind;
    }

    BigDecimal getDiscountValue() {
        return discountValue;
    }

    public @Nullable String getIntroduction() {
        return introduction;
    }

    public @Nullable String getTerms() {
        return terms;
    }

    public boolean isActive() {
        return active;
    }

    public int getVersion() {
        return version;
    }
}
