package org.triviumcrm.sales.price;

import jakarta.persistence.Column;
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

/** What one of a product costs in a price list, for who takes at least so many. */
@Entity
@Audited
@Table(name = "price")
public class Price {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "price")
    @SequenceGenerator(name = "price", sequenceName = "price_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(updatable = false)
    private long priceListId;

    @Column(updatable = false)
    private long productId;

    /** Of the product, as it was called when the price was set. */
    @Column(updatable = false)
    private String name;

    private BigDecimal minQuantity;
    private BigDecimal amount;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Price() {}

    @SuppressWarnings("NullAway")
    Price(long priceListId, String product, SavePrice input, Clock clock) {
        this.priceListId = priceListId;
        productId = Objects.requireNonNull(input.productId());
        name = product;
        createdAt = clock.instant();
        change(input, clock);
    }

    /** The product stays. @throws NullPointerException when the amount is missing; the form was checked before */
    final void change(SavePrice input, Clock clock) {
        minQuantity = input.minQuantity() == null ? BigDecimal.ZERO : input.minQuantity();
        amount = Objects.requireNonNull(input.amount());
        updatedAt = clock.instant();
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public long getPriceListId() {
        return priceListId;
    }

    public long getProductId() {
        return productId;
    }

    public String getName() {
        return name;
    }

    public BigDecimal getMinQuantity() {
        return minQuantity;
    }

    public BigDecimal getAmount() {
        return amount;
    }

    public int getVersion() {
        return version;
    }
}
