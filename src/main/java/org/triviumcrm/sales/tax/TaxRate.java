package org.triviumcrm.sales.tax;

import jakarta.persistence.Entity;
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

/** How much tax comes on top, such as 13 %. One that does not apply any more is retired: quotes name it. */
@Entity
@Audited
@Table(name = "tax_rate")
public class TaxRate {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tax_rate")
    @SequenceGenerator(name = "tax_rate", sequenceName = "tax_rate_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private @Nullable String nameZh;
    private BigDecimal percent;
    private boolean usual;
    private boolean active = true;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected TaxRate() {}

    @SuppressWarnings("NullAway")
    TaxRate(SaveTaxRate input, Clock clock) {
        createdAt = clock.instant();
        change(input, clock);
    }

    final void change(SaveTaxRate input, Clock clock) {
        name = input.name().strip();
        nameZh = input.nameZh();
        percent = Objects.requireNonNull(input.percent());
        usual = input.usual() && input.active();
        active = input.active();
        updatedAt = clock.instant();
    }

    /** Another one is the usual one from now on. */
    void yield(Clock clock) {
        usual = false;
        updatedAt = clock.instant();
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getName() {
        return name;
    }

    public @Nullable String getNameZh() {
        return nameZh;
    }

    public BigDecimal getPercent() {
        return percent;
    }

    public boolean isUsual() {
        return usual;
    }

    public boolean isActive() {
        return active;
    }

    public int getVersion() {
        return version;
    }
}
