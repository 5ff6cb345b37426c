package org.triviumcrm.support.mail;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox as typed.
 *
 * @param password null to keep the one there is; never shown
 * @param fromStart whether what lies there already becomes tickets as well
 * @param acknowledgement what an acknowledgement says, null for the usual words
 * @param version null for a new one
 */
record SaveMailbox(
        @NotBlank(message = "{support.mailbox.error.name}") @Size(max = 100, message = "{form.tooLong}")
        String name,

        @NotBlank(message = "{support.mailbox.error.address}")
        @Email(message = "{support.mailbox.error.address}")
        @Size(max = 320, message = "{form.tooLong}")
        String address,

        @NotBlank(message = "{support.mailbox.error.host}") @Size(max = 255, message = "{form.tooLong}")
        String host,

        @NotNull(message = "{support.mailbox.error.port}")
        @Min(value = 1, message = "{support.mailbox.error.port}")
        @Max(value = 65535, message = "{support.mailbox.error.port}")
        @Nullable
        Integer port,

        @NotNull(message = "{support.mailbox.error.security}")
        MailboxSecurity security,

        @NotBlank(message = "{support.mailbox.error.userName}") @Size(max = 320, message = "{form.tooLong}")
        String userName,

        @Nullable @Size(max = 500, message = "{form.tooLong}")
        String password,

        @NotBlank(message = "{support.mailbox.error.folder}") @Size(max = 200, message = "{form.tooLong}")
        String folder,

        @NotNull(message = "{support.mailbox.error.queue}") @Nullable
        Long queueId,

        @Nullable Long typeId,
        boolean fromStart,
        boolean plusAddresses,
        boolean acknowledges,

        @Nullable @Size(max = 2000, message = "{form.tooLong}")
        String acknowledgement,

        boolean active,
        @Nullable Integer version) {

    private static final int USUAL_PORT = 993;

    static SaveMailbox proposed(@Nullable Long queueId) {
        return new SaveMailbox(
                "",
                "",
                "",
                USUAL_PORT,
                MailboxSecurity.TLS,
                "",
                null,
                "INBOX",
                queueId,
                null,
                false,
                false,
                false,
                null,
                true,
                null);
    }

    static SaveMailbox of(Mailbox mailbox) {
        return new SaveMailbox(
                mailbox.getName(),
                mailbox.getAddress(),
                mailbox.getHost(),
                mailbox.getPort(),
                mailbox.getSecurity(),
                mailbox.getUserName(),
                null,
                mailbox.getFolder(),
                mailbox.getQueueId(),
                mailbox.getTypeId(),
                mailbox.isFromStart(),
                mailbox.isPlusAddresses(),
                mailbox.isAcknowledges(),
                mailbox.getAcknowledgement(),
                mailbox.isActive(),
                mailbox.getVersion());
    }
}
