package org.triviumcrm.marketing.capture;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** What a form on a website names itself by: where its leads go, and how much is believed. */
@Entity
@Audited
@Table(name = "capture_key")
public class CaptureKey {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "capture_key")
    @SequenceGenerator(name = "capture_key", sequenceName = "capture_key_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;

    @NotAudited
    private String token;

    /** Signs tickets; never leaves the server. */
    @NotAudited
    private String secret;

    private @Nullable String source;
    private @Nullable Long campaignId;
    private @Nullable String site;
    private @Nullable Long ownerId;
    private int minSeconds;
    private int perAddress;
    private int perHour;
    private boolean active;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected CaptureKey() {}

    @SuppressWarnings("NullAway")
    CaptureKey(SaveCaptureKey input, String token, String secret, Instant now) {
        this.token = token;
        this.secret = secret;
        this.createdAt = now;
        change(input, now);
    }

    void change(SaveCaptureKey input, Instant now) {
        name = input.name().strip();
        source = input.source();
        campaignId = input.campaignId();
        site = input.site();
        ownerId = input.ownerId();
        minSeconds = input.minSeconds();
        perAddress = input.perAddress();
        perHour = input.perHour();
        active = input.active();
        updatedAt = now;
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getName() {
        return name;
    }

    public String getToken() {
        return token;
    }

    String getSecret() {
        return secret;
    }

    public @Nullable String getSource() {
        return source;
    }

    public @Nullable Long getCampaignId() {
        return campaignId;
    }

    public @Nullable String getSite() {
        return site;
    }

    public @Nullable Long getOwnerId() {
        return ownerId;
    }

    public int getMinSeconds() {
        return minSeconds;
    }

    public int getPerAddress() {
        return perAddress;
    }

    public int getPerHour() {
        return perHour;
    }

    public boolean isActive() {
        return active;
    }

    public int getVersion() {
        return version;
    }
}
