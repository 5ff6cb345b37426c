package org.triviumcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several jars are one class path, in their order. */
class PackedClassesTests {

    private static final String FOLDER = "org/triviumcrm/";

    @TempDir
    Path folder;

    private PackedClasses classes;

    @BeforeEach
    void twoJars() throws IOException {
        URL first =
                jar("first", Map.of(FOLDER + "PackedClassesTests$One.class", bytes(One.class), "both.txt", text("1")));
        URL second = jar(
                "second",
                Map.of(
                        FOLDER + "PackedClassesTests$One.class",
                        text("no class"),
                        FOLDER + "PackedClassesTests$Two.class",
                        bytes(Two.class),
                        "both.txt",
                        text("2"),
                        "a folder/50 % more#1.txt",
                        text("odd name")));
        classes = new PackedClasses(new URL[] {first, second}, ClassLoader.getPlatformClassLoader());
    }

    @Test
    void findsClassesInTheOrderOfTheJars() throws Exception {
        Class<?> one = classes.loadClass(One.class.getName());
        Class<?> two = classes.loadClass(Two.class.getName());
        assertThat(two.getClassLoader()).isSameAs(classes);
        assertThat(one.getDeclaredConstructor().newInstance()).hasToString("one of two");
        assertThat(classes.loadClass(One.class.getName())).isSameAs(one);
    }

    @Test
    void givesAPackageTheVersionOfItsJar() throws Exception {
        assertThat(classes.loadClass(One.class.getName()).getPackage().getImplementationVersion())
                .isEqualTo("first");
    }

    @Test
    void leavesTheClassesOfTheJdkToIt() throws Exception {
        assertThat(classes.loadClass("java.sql.Connection")).isSameAs(java.sql.Connection.class);
        assertThatThrownBy(() -> classes.loadClass("org.triviumcrm.Missing"))
                .isInstanceOf(ClassNotFoundException.class)
                .hasMessageContaining("org.triviumcrm.Missing");
    }

    @Test
    void findsResourcesAndFolders() throws Exception {
        assertThat(read(classes.getResource("both.txt"))).isEqualTo("1");
        assertThat(Collections.list(classes.getResources("both.txt")))
                .extracting(PackedClassesTests::read)
                .containsExactly("1", "2");
        assertThat(read(classes.getResource("a folder/50 % more#1.txt"))).isEqualTo("odd name");
        assertThat(Collections.list(classes.getResources(FOLDER))).hasSize(2);
        assertThat(classes.getResource("missing.txt")).isNull();
    }

    private URL jar(String name, Map<String, byte[]> content) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, name);
        Path file = folder.resolve(name + ".jar");
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.putNextEntry(new JarEntry(FOLDER));
            for (Map.Entry<String, byte[]> entry : content.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
            }
        }
        return URI.create("jar:" + file.toUri() + "!/").toURL();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            return in.readAllBytes();
        }
    }

    private static String read(URL url) {
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static class One {
        @Override
        public String toString() {
            return "one of two";
        }
    }

    public static class Two {}
}
