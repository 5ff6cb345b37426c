package org.triviumcrm.sales.price;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** Prices in a currency, for some customers and some time. Of several that fit a customer, the first that has a price counts. */
@Entity
@Audited
@Table(name = "price_list")
public class PriceList {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "price_list")
    @SequenceGenerator(name = "price_list", sequenceName = "price_list_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private String currency;
    private @Nullable String region;
    private @Nullable String level;
    private LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private boolean gross;
    private @Nullable String note;
    private int position;
    private boolean active = true;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected PriceList() {}

    @SuppressWarnings("NullAway")
    PriceList(SavePriceList input, Clock clock) {
        createdAt = clock.instant();
        change(input, clock);
    }

    final void change(SavePriceList input, Clock clock) {
        name = input.name().strip();
        currency = input.currency();
        region = input.region();
        level = input.level();
        validFrom = Objects.requireNonNull(input.validFrom());
        validTo = input.validTo();
        gross = input.gross();
        note = input.note();
        position = Objects.requireNonNull(input.position());
        active = input.active();
        updatedAt = clock.instant();
    }

    /** active, planned, over or retired: what it is on a day. */
    public String stateOn(LocalDate day) {
        if (!active) {
            return "retired";
        }
        return day.isBefore(validFrom) ? "planned" : validTo != null && day.isAfter(validTo) ? "over" : "active";
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getName() {
        return name;
    }

    public String getCurrency() {
        return currency;
    }

    public @Nullable String getRegion() {
        return region;
    }

    public @Nullable String getLevel() {
        return level;
    }

    public LocalDate getValidFrom() {
        return validFrom;
    }

    public @Nullable LocalDate getValidTo() {
        return validTo;
    }

    public boolean isGross() {
        return gross;
    }

    public @Nullable String getNote() {
        return note;
    }

    public int getPosition() {
        return position;
    }

    public boolean isActive() {
        return active;
    }

    public int getVersion() {
        return version;
    }
}
