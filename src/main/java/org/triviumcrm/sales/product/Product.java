package org.triviumcrm.sales.product;

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
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** Something that is sold. A product that is not sold any more is retired, never deleted: opportunities name it. */
@Entity
@Audited
@Table(name = "product")
public class Product {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "product")
    @SequenceGenerator(name = "product", sequenceName = "product_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private @Nullable String reference;
    private @Nullable String series;
    private @Nullable BigDecimal listPrice;
    private @Nullable String currency;
    private boolean active = true;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Product() {}

    @SuppressWarnings("NullAway")
    Product(SaveProduct input, Clock clock) {
        createdAt = clock.instant();
        change(input, clock);
    }

    void change(SaveProduct input, Clock clock) {
        name = input.name().strip();
        reference = input.reference();
        series = input.series();
        listPrice = input.listPrice();
        currency = input.listPrice() == null ? null : input.currency();
        active = input.active();
        updatedAt = clock.instant();
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getName() {
        return name;
    }

    public @Nullable String getReference() {
        return reference;
    }

    public @Nullable String getSeries() {
        return series;
    }

    public @Nullable BigDecimal getListPrice() {
        return listPrice;
    }

    public @Nullable String getCurrency() {
        return currency;
    }

    public boolean isActive() {
        return active;
    }

    public int getVersion() {
        return version;
    }
}
