package org.triviumcrm.support.widget;

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
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** What a website carries so that its visitors can talk to us. */
@Entity
@Audited
@Table(name = "chat_widget")
public class ChatWidget {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "chat_widget")
    @SequenceGenerator(name = "chat_widget", sequenceName = "chat_widget_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;

    @NotAudited
    @Column(updatable = false)
    private String token;

    /** Goes into the marks of addresses; never leaves the server. */
    @NotAudited
    @Column(updatable = false)
    private UUID secret;

    private long queueId;
    private String origins;
    private String colour;

    @Enumerated(EnumType.STRING)
    private WidgetLanguage language;

    private @Nullable String titleEn;
    private @Nullable String titleZh;
    private @Nullable String greetingEn;
    private @Nullable String greetingZh;
    private @Nullable String privacyEn;
    private @Nullable String privacyZh;

    @Enumerated(EnumType.STRING)
    private AskFor asksName;

    @Enumerated(EnumType.STRING)
    private AskFor asksEmail;

    private boolean offline;
    private boolean keepsHours;
    private boolean suggests;
    private int waitMinutes;
    private int mostChats;
    private boolean active;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected ChatWidget() {}

    @SuppressWarnings("NullAway")
    ChatWidget(SaveWidget input, String token, Instant now) {
        this.token = token;
        this.secret = UUID.randomUUID();
        this.createdAt = now;
        change(input, now);
    }

    void change(SaveWidget input, Instant now) {
        name = input.name().strip();
        queueId = Objects.requireNonNull(input.queueId());
        origins = String.join("\n", Origins.read(input.origins()).orElseThrow());
        colour = input.colour();
        language = input.language();
        titleEn = input.titleEn();
        titleZh = input.titleZh();
        greetingEn = input.greetingEn();
        greetingZh = input.greetingZh();
        privacyEn = input.privacyEn();
        privacyZh = input.privacyZh();
        asksName = input.asksName();
        asksEmail = input.asksEmail();
        offline = input.offline();
        keepsHours = input.keepsHours();
        suggests = input.suggests();
        waitMinutes = input.waitMinutes();
        mostChats = input.mostChats();
        active = input.active();
        updatedAt = now;
    }

    /** The websites that may carry it, such as {@code https://www.acme.com}. */
    public List<String> allowed() {
        return origins.lines().toList();
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

    public UUID getSecret() {
        return secret;
    }

    public long getQueueId() {
        return queueId;
    }

    public String getOrigins() {
        return origins;
    }

    public String getColour() {
        return colour;
    }

    public WidgetLanguage getLanguage() {
        return language;
    }

    /** What it is headed by; null for the usual words. */
    public @Nullable String title(WidgetLanguage shown) {
        return shown == WidgetLanguage.ZH ? titleZh : titleEn;
    }

    /** What it begins with; null for the usual words. */
    public @Nullable String greeting(WidgetLanguage shown) {
        return shown == WidgetLanguage.ZH ? greetingZh : greetingEn;
    }

    /** What becomes of what a visitor writes; null for nothing. */
    public @Nullable String privacy(WidgetLanguage shown) {
        return shown == WidgetLanguage.ZH ? privacyZh : privacyEn;
    }

    public AskFor getAsksName() {
        return asksName;
    }

    public AskFor getAsksEmail() {
        return asksEmail;
    }

    public boolean isOffline() {
        return offline;
    }

    public boolean isKeepsHours() {
        return keepsHours;
    }

    /** Whether articles are offered for what a visitor writes. */
    public boolean isSuggests() {
        return suggests;
    }

    public int getWaitMinutes() {
        return waitMinutes;
    }

    public int getMostChats() {
        return mostChats;
    }

    public boolean isActive() {
        return active;
    }

    public int getVersion() {
        return version;
    }
}
