package org.triviumcrm.support.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.secret.Secrets;

/** Speaks with the servers of mailboxes. Nothing is changed there: other programs may read the same mailbox. */
@Component
class ImapServer {

    /** In milliseconds. */
    private static final String CONNECT = "8000";

    private static final String ANSWER = "30000";
    private static final String BUFFER = "1048576";

    private final Secrets secrets;

    ImapServer(Secrets secrets) {
        this.secrets = secrets;
    }

    /** What is done with an open folder. */
    interface Work<T> {
        T on(Folder folder) throws MessagingException, MailboxFailure;
    }

    /** @throws MailboxFailure that says what is wrong */
    <T> T open(Mailbox mailbox, Work<T> work) throws MailboxFailure {
        String password = password(mailbox);
        boolean tls = mailbox.getSecurity() == MailboxSecurity.TLS;
        try (Store store = Session.getInstance(properties(mailbox)).getStore(tls ? "imaps" : "imap")) {
            store.connect(mailbox.getHost(), mailbox.getPort(), mailbox.getUserName(), password);
            try (Folder folder = store.getFolder(mailbox.getFolder())) {
                if (!folder.exists()) {
                    throw new MailboxFailure(MailboxProblem.FOLDER, null);
                }
                folder.open(Folder.READ_ONLY);
                return work.on(folder);
            }
        } catch (AuthenticationFailedException e) {
            // not quoted: servers may repeat what they were told
            throw new MailboxFailure(MailboxProblem.SIGN_IN, null);
        } catch (FolderNotFoundException e) {
            throw new MailboxFailure(MailboxProblem.FOLDER, null);
        } catch (MessagingException e) {
            throw failure(e);
        }
    }

    private String password(Mailbox mailbox) throws MailboxFailure {
        byte[] hidden = mailbox.getPassword();
        if (hidden == null) {
            throw new MailboxFailure(MailboxProblem.NO_PASSWORD, null);
        }
        return secrets.decrypt(hidden).orElseThrow(() -> new MailboxFailure(MailboxProblem.OTHER_KEY, null));
    }

    private static Properties properties(Mailbox mailbox) {
        boolean starttls = mailbox.getSecurity() == MailboxSecurity.STARTTLS;
        Properties properties = new Properties();
        for (String protocol : new String[] {"mail.imap.", "mail.imaps."}) {
            properties.setProperty(protocol + "connectiontimeout", CONNECT);
            properties.setProperty(protocol + "timeout", ANSWER);
            properties.setProperty(protocol + "writetimeout", ANSWER);
            properties.setProperty(protocol + "fetchsize", BUFFER);
            properties.setProperty(protocol + "peek", "true");
            properties.setProperty(protocol + "ssl.checkserveridentity", "true");
            properties.setProperty(protocol + "starttls.enable", String.valueOf(starttls));
            properties.setProperty(protocol + "starttls.required", String.valueOf(starttls));
        }
        return properties;
    }

    private static MailboxFailure failure(MessagingException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return new MailboxFailure(MailboxProblem.HOST, null);
            }
            if (cause instanceof SocketTimeoutException) {
                return new MailboxFailure(MailboxProblem.TIMEOUT, null);
            }
            if (cause instanceof ConnectException) {
                boolean late = String.valueOf(cause.getMessage()).contains("timed out");
                return new MailboxFailure(late ? MailboxProblem.TIMEOUT : MailboxProblem.REFUSED, null);
            }
            if (cause instanceof SSLException) {
                return new MailboxFailure(MailboxProblem.TLS, cause.getMessage());
            }
        }
        String text = String.valueOf(e.getMessage());
        return new MailboxFailure(text.contains("STARTTLS") ? MailboxProblem.TLS : MailboxProblem.OTHER, text);
    }
}
