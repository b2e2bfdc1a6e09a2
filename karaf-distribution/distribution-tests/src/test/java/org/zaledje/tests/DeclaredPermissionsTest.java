package org.zaledje.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What is asked for before something is done can be given in a role: some function declares it. */
class DeclaredPermissionsTest {

    private static final Path BUNDLES = Path.of("../../bundles");
    private static final String SECURITY = "org/zaledje/platform/security/";
    private static final String FUNCTION = "org/zaledje/platform/function/BackOfficeFunction";

    /** Methods whose last argument is a permission. */
    private static final Map<String, Set<String>> CHECKS = Map.of(
            SECURITY + "Callers", Set.of("require", "requireIn", "requireEverywhere", "requireOtherThan", "reach"),
            SECURITY + "Caller", Set.of("may", "mayIn", "maySomewhere", "mayEverywhere", "units"),
            "org/zaledje/platform/ui/View", Set.of("requiring", "requiringEverywhere"));

    private final Map<String, String> checked = new TreeMap<>();
    private final Set<String> declared = new TreeSet<>();
    private final Set<String> holders = new TreeSet<>();
    private final Map<String, Set<String>> constants = new TreeMap<>();

    @BeforeEach
    void readClasses() throws IOException {
        try (Stream<Path> files = Files.walk(BUNDLES)) {
            for (Path file : files.filter(path -> path.toString().contains("/target/classes/org/zaledje/")
                    && path.toString().endsWith(".class")).toList()) {
                new ClassReader(Files.readAllBytes(file)).accept(new Permissions(), ClassReader.SKIP_DEBUG);
            }
        }
        holders.forEach(holder -> declared.addAll(constants.getOrDefault(holder, Set.of())));
    }

    @Test
    void everyPermissionThatIsCheckedIsDeclared() {
        Map<String, String> undeclared = new TreeMap<>(checked);
        undeclared.keySet().removeAll(declared);
        assertThat(undeclared).as("permissions that no role can give, and where they are checked").isEmpty();
    }

    @Test
    void checksAndDeclarationsAreFound() {
        assertThat(checked).hasSizeGreaterThan(15).containsKeys("companies.company.manage", "administration.people.read");
        assertThat(declared).hasSizeGreaterThan(15).contains("notes.note.read");
    }

    /** Takes down the constants that go into checks, and those of declarations. */
    private final class Permissions extends ClassVisitor {

        private String name;
        private boolean function;

        Permissions() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(int version, int access, String className, String signature, String parent, String[] interfaces) {
            name = className;
            function = Set.of(interfaces).contains(FUNCTION);
        }

        @Override
        public MethodVisitor visitMethod(int access, String method, String descriptor, String signature, String[] exceptions) {
            boolean declaration = function && method.equals("permissions");
            boolean initializer = method.equals("<clinit>");
            return new MethodVisitor(Opcodes.ASM9) {

                private String constant;

                @Override
                public void visitLdcInsn(Object value) {
                    constant = value instanceof String text ? text : null;
                    if (declaration && constant != null) {
                        declared.add(constant);
                    } else if (initializer && constant != null) {
                        constants.computeIfAbsent(name, key -> new TreeSet<>()).add(constant);
                    }
                }

                @Override
                public void visitMethodInsn(int opcode, String owner, String called, String type, boolean isInterface) {
                    if (constant != null && CHECKS.getOrDefault(owner, Set.of()).contains(called)) {
                        checked.put(constant, name + "." + method);
                    }
                    constant = null;
                }

                @Override
                public void visitFieldInsn(int opcode, String owner, String field, String type) {
                    if (declaration) {
                        holders.add(owner);
                    }
                    constant = null;
                }

                @Override
                public void visitVarInsn(int opcode, int variable) {
                    constant = null;
                }
            };
        }
    }
}
