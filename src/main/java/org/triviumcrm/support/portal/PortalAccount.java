package org.triviumcrm.support.portal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a contact signs in to the portal with. It works only while the contact is there and is with the customer that it was invited for.
 * The column {@code last_sign_in_at} is written as they sign in, and {@code search_pieces} is the database's.
 */
@Entity
@Table(name = "portal_account")
class PortalAccount {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_account")
    @SequenceGenerator(name = "portal_account", sequenceName = "portal_account_seq", allocationSize = 50)
    private @Nullable Long id;

    private @Nullable Long contactId;
    private @Nullable Long customerId;
    private String name;
    private String email;
    private @Nullable String passwordHash;
    private String language;
    private boolean wholeCustomer;

    @Enumerated(EnumType.STRING)
    private AccountState state;

    private int generation;
    private @Nullable Long invitedBy;
    private Instant invitedAt;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected PortalAccount() {}

    @SuppressWarnings("NullAway")
    PortalAccount(InvitedContact contact, InviteContact input, @Nullable Long by, Instant now) {
        this.createdAt = now;
        invite(contact, input, by, now);
    }

    /** For the first time, or once more after it was revoked: what was known before counts no longer. */
    void invite(InvitedContact contact, InviteContact input, @Nullable Long by, Instant now) {
        contactId = contact.id();
        customerId = contact.customerId();
        name = contact.name();
        email = contact.address();
        passwordHash = null;
        language = input.language();
        wholeCustomer = input.seesAll() && contact.customerId() != null;
        state = AccountState.INVITED;
        invitedBy = by;
        invitedAt = now;
        signOutEverywhere(now);
    }

    void remind(@Nullable Long by, Instant now) {
        require(AccountState.INVITED);
        invitedBy = by;
        invitedAt = now;
        updatedAt = now;
    }

    /** What they see is asked for with each page, so it holds at once. */
    void change(ChangeAccount input, Instant now) {
        wholeCustomer = input.seesAll() && customerId != null;
        language = input.language();
        updatedAt = now;
    }

    /** By themselves. */
    void settle(SaveProfile input, Instant now) {
        name = input.name().strip();
        language = input.language();
        updatedAt = now;
    }

    /** Whoever has the letter. @return whether it is their first one */
    boolean choosePassword(String hash, Instant now) {
        if (state != AccountState.INVITED && state != AccountState.ACTIVE) {
            throw new PortalRefusal("support.portal.error.state");
        }
        boolean first = state == AccountState.INVITED;
        state = AccountState.ACTIVE;
        passwordHash = hash;
        signOutEverywhere(now);
        return first;
    }

    void block(Instant now) {
        if (state == AccountState.REVOKED) {
            throw new PortalRefusal("support.portal.error.state");
        }
        state = AccountState.BLOCKED;
        signOutEverywhere(now);
    }

    void unblock(Instant now) {
        require(AccountState.BLOCKED);
        state = passwordHash == null ? AccountState.INVITED : AccountState.ACTIVE;
        updatedAt = now;
    }

    void revoke(Instant now) {
        state = AccountState.REVOKED;
        passwordHash = null;
        signOutEverywhere(now);
    }

    private void signOutEverywhere(Instant now) {
        generation++;
        updatedAt = now;
    }

    private void require(AccountState expected) {
        if (state != expected) {
            throw new PortalRefusal("support.portal.error.state");
        }
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    @Nullable
    Long getContactId() {
        return contactId;
    }

    String getName() {
        return name;
    }

    String getEmail() {
        return email;
    }

    String getLanguage() {
        return language;
    }

    AccountState getState() {
        return state;
    }

    int getGeneration() {
        return generation;
    }

    @Nullable
    String getPasswordHash() {
        return passwordHash;
    }

    public int getVersion() {
        return version;
    }
}
