package org.triviumcrm.support.mail;

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
import java.util.Objects;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** Where customers write to, on a server that speaks IMAP; what comes becomes tickets. */
@Entity
@Audited
@Table(name = "mailbox")
public class Mailbox {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "mailbox")
    @SequenceGenerator(name = "mailbox", sequenceName = "mailbox_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private String address;
    private String host;
    private int port;

    @Enumerated(EnumType.STRING)
    private MailboxSecurity security;

    private String userName;

    /** Encrypted. */
    @NotAudited
    private byte @Nullable [] password;

    private String folder;
    private long queueId;
    private @Nullable Long typeId;
    private boolean fromStart;
    private boolean plusAddresses;
    private boolean acknowledges;
    private @Nullable String acknowledgement;
    private boolean active;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Mailbox() {}

    @SuppressWarnings("NullAway")
    Mailbox(SaveMailbox input, byte @Nullable [] password, Instant now) {
        createdAt = now;
        change(input, password, now);
    }

    /** @param newPassword encrypted; null to keep what there is */
    void change(SaveMailbox input, byte @Nullable [] newPassword, Instant now) {
        name = input.name().strip();
        address = input.address().strip();
        host = input.host().strip();
        port = Objects.requireNonNull(input.port());
        security = input.security();
        userName = input.userName().strip();
        folder = input.folder().strip();
        queueId = Objects.requireNonNull(input.queueId());
        typeId = input.typeId();
        fromStart = input.fromStart();
        plusAddresses = input.plusAddresses();
        acknowledges = input.acknowledges();
        acknowledgement = input.acknowledgement();
        active = input.active();
        updatedAt = now;
        if (newPassword != null) {
            password = newPassword;
        }
    }

    /** Whether a password may go there that was entered for this one. */
    boolean isSameAccount(SaveMailbox input) {
        return host.equalsIgnoreCase(input.host().strip())
                && Objects.equals(port, input.port())
                && (security == input.security() || input.security() == MailboxSecurity.TLS)
                && userName.equals(input.userName().strip());
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    String getName() {
        return name;
    }

    String getAddress() {
        return address;
    }

    String getHost() {
        return host;
    }

    int getPort() {
        return port;
    }

    MailboxSecurity getSecurity() {
        return security;
    }

    String getUserName() {
        return userName;
    }

    byte @Nullable [] getPassword() {
        return password;
    }

    String getFolder() {
        return folder;
    }

    long getQueueId() {
        return queueId;
    }

    @Nullable
    Long getTypeId() {
        return typeId;
    }

    boolean isFromStart() {
        return fromStart;
    }

    boolean isPlusAddresses() {
        return plusAddresses;
    }

    boolean isAcknowledges() {
        return acknowledges;
    }

    @Nullable
    String getAcknowledgement() {
        return acknowledgement;
    }

    boolean isActive() {
        return active;
    }

    Instant getCreatedAt() {
        return createdAt;
    }

    int getVersion() {
        return version;
    }
}
