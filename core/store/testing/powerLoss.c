/*
 * A disk that keeps only what was synced. Preloaded into a program, it copies each file of POWER_LOSS_FOLDER to
 * "<file>.synced" whenever that file is synced; losePower() then puts those copies in the place of the files.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int watched(const char *path) {
  const char *folder = getenv("POWER_LOSS_FOLDER");
  return folder && strncmp(path, folder, strlen(folder)) == 0 && path[strlen(folder)] == '/';
}

static int copy(int from, const char *path) {
  enum { CHUNK = 1 << 16 };
  char part[PATH_MAX + 32], kept[PATH_MAX + 16];
  snprintf(part, sizeof part, "%s.%d.part.synced", path, gettid());
  snprintf(kept, sizeof kept, "%s.synced", path);
  int to = open(part, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (to < 0) return -1;
  /* Not thread-local: Node starts threads whose stacks are too small for it. */
  char *buffer = malloc(CHUNK);
  if (!buffer) abort();
  off_t at = 0;
  ssize_t got;
  while ((got = pread(from, buffer, CHUNK, at)) > 0) {
    if (write(to, buffer, got) != got) { got = -1; break; }
    at += got;
  }
  free(buffer);
  close(to);
  /* Renamed when whole: a program killed here leaves the copy of the sync before. */
  return got < 0 ? (unlink(part), -1) : rename(part, kept);
}

static void keep(int descriptor) {
  char link[64], path[PATH_MAX];
  struct stat status;
  int error = errno;
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length > 0 && fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
    path[length] = 0;
    /* The program's own descriptor is read: closing a second one would drop SQLite's locks on the file. */
    if (watched(path) && copy(descriptor, path) < 0) {
      int own = open(path, O_RDONLY);
      if (own < 0 || copy(own, path) < 0) abort();
      close(own);
    }
  }
  errno = error;
}

int fsync(int descriptor) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
  int result = real(descriptor);
  if (result == 0) keep(descriptor);
  return result;
}

int fdatasync(int descriptor) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
  int result = real(descriptor);
  if (result == 0) keep(descriptor);
  return result;
}

/* A renamed file takes along what was synced of it. */
int rename(const char *from, const char *to) {
  int (*real)(const char *, const char *) = (int (*)(const char *, const char *))dlsym(RTLD_NEXT, "rename");
  char kept[PATH_MAX + 16], moved[PATH_MAX + 16];
  int result = real(from, to);
  int error = errno;
  size_t length = strlen(from);
  if (result == 0 && (length < 7 || strcmp(from + length - 7, ".synced") != 0)) {
    snprintf(kept, sizeof kept, "%s.synced", from);
    snprintf(moved, sizeof moved, "%s.synced", to);
    real(kept, moved);
  }
  errno = error;
  return result;
}
