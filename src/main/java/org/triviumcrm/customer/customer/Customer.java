package org.triviumcrm.customer.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.WithFields;

/** A company that is sold to, or may be one day. */
@Entity
@Audited
@Table(name = "customer")
public class Customer extends WithFields {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customer")
    @SequenceGenerator(name = "customer", sequenceName = "customer_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private @Nullable String reference;
    private @Nullable Long parentId;
    private @Nullable String industry;
    private @Nullable String level;
    private @Nullable String country;
    private @Nullable String region;
    private @Nullable String city;
    private @Nullable String address;
    private @Nullable String phone;
    private @Nullable String website;
    private @Nullable String email;
    private @Nullable Integer employees;
    private @Nullable BigDecimal annualRevenue;
    private @Nullable String currency;
    private @Nullable Integer foundedYear;
    private boolean noEmail;
    private boolean noCall;
    private @Nullable String note;
    private @Nullable Long ownerId;

    @NotAudited
    private @Nullable Long teamId;

    /** Written as activities are logged, not through the entity. */
    @Column(insertable = false, updatable = false)
    @NotAudited
    private @Nullable Instant lastActivityAt;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private @Nullable Long createdBy;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Customer() {}

    @SuppressWarnings("NullAway")
    Customer(SaveCustomer input, @Nullable Long teamId, @Nullable Long by, Instant now) {
        createdAt = now;
        createdBy = by;
        change(input, teamId, now);
    }

    /** @param ownersTeam the team of the new owner */
    void change(SaveCustomer input, @Nullable Long ownersTeam, Instant now) {
        name = input.name();
        parentId = input.parentId();
        industry = input.industry();
        level = input.level();
        country = input.country();
        region = input.region();
        city = input.city();
        address = input.address();
        phone = input.phone();
        website = withProtocol(input.website());
        email = input.email();
        employees = input.employees();
        annualRevenue = input.annualRevenue();
        currency = input.annualRevenue() == null ? null : input.currency();
        foundedYear = input.foundedYear();
        noEmail = input.noEmail();
        noCall = input.noCall();
        note = input.note();
        ownerId = input.ownerId();
        teamId = ownersTeam;
        updatedAt = now;
    }

    private static @Nullable String withProtocol(@Nullable String address) {
        return address == null || address.startsWith("http://") || address.startsWith("https://")
                ? address
                : "https://" + address;
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getName() {
        return name;
    }

    public @Nullable Long getParentId() {
        return parentId;
    }

    public @Nullable Long getOwnerId() {
        return ownerId;
    }

    public @Nullable Long getTeamId() {
        return teamId;
    }

    public @Nullable String getWebsite() {
        return website;
    }

    public int getVersion() {
        return version;
    }
}
