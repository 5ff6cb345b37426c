package org.triviumcrm.sales.product;

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
    private @Nullable String nameZh;
    private @Nullable String reference;
    private @Nullable String series;

    @Enumerated(EnumType.STRING)
    private ProductKind kind;

    private @Nullable Long productCategoryId;
    private @Nullable Long unitId;
    private @Nullable Long taxRateId;
    private @Nullable String description;
    private @Nullable String descriptionZh;
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
        nameZh = input.nameZh();
        reference = input.reference();
        series = input.series();
        kind = input.kind();
        productCategoryId = input.productCategoryId();
        unitId = input.unitId();
        taxRateId = input.taxRateId();
        description = input.description();
        descriptionZh = input.descriptionZh();
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

    /** As papers in Chinese call it; null where they call it the same. */
    public @Nullable String getNameZh() {
        return nameZh;
    }

    public ProductKind getKind() {
        return kind;
    }

    public @Nullable Long getProductCategoryId() {
        return productCategoryId;
    }

    public @Nullable Long getUnitId() {
        return unitId;
    }

    public @Nullable Long getTaxRateId() {
        return taxRateId;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public @Nullable String getDescriptionZh() {
        return descriptionZh;
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
